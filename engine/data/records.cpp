// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/records.h"

#include <algorithm>
#include <cstring>

namespace assay::engine {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

RecordReader::RecordReader(std::string_view text, Separators separators, bool trim)
    : m_text(text)
    , m_separators(separators)
    , m_trim(trim)
{
    m_stops[static_cast<unsigned char>(separators.delimiter)] = true;
    m_stops['\n'] = true;
    m_stops['\r'] = true;
}

bool RecordReader::isEnd(std::size_t place) const
{
    return place >= m_text.size() || m_text[place] == '\n' || m_text[place] == '\r';
}

void RecordReader::endLine()
{
    if (m_place >= m_text.size())
        return;
    m_place += m_text.substr(m_place, 2) == "\r\n" ? 2 : 1;
    ++m_lines;
}

void RecordReader::skipEmptyLines()
{
    while (m_place < m_text.size() && isEnd(m_place))
        endLine();
}

std::string_view RecordReader::plainCell(Record &record)
{
    const std::size_t start = m_place;
    const char *data = m_text.data();
    const std::size_t size = m_text.size();
    std::size_t end = start;
    while (end < size && !m_stops[static_cast<unsigned char>(data[end])])
        ++end;
    m_place = end;
    std::string_view cell = m_text.substr(start, end - start);
    if (!m_trim || cell.empty() || (!isBlank(cell.front()) && !isBlank(cell.back())))
        return cell;
    while (!cell.empty() && isBlank(cell.front()))
        cell.remove_prefix(1);
    while (!cell.empty() && isBlank(cell.back()))
        cell.remove_suffix(1);
    ++record.trimmed;
    return cell;
}

std::string_view RecordReader::quotedCell(Record &record, std::deque<std::string> &unquoted)
{
    const char quote = m_separators.quote;
    const std::size_t start = ++m_place;
    std::string *own = nullptr;
    std::size_t from = start;
    while (true) {
        const void *found =
            m_place < m_text.size() ? std::memchr(m_text.data() + m_place, quote, m_text.size() - m_place) : nullptr;
        const std::size_t at =
            found ? static_cast<std::size_t>(static_cast<const char *>(found) - m_text.data()) : m_text.size();
        m_lines += std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_place),
                              m_text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        record.unclosedQuote = record.unclosedQuote || !found;
        m_place = std::min(at + 1, m_text.size());
        const bool doubled = found && m_place < m_text.size() && m_text[m_place] == quote;
        // Text after a closing quote belongs to the cell as it stands.
        const bool closed = isEnd(m_place) || m_text[m_place] == m_separators.delimiter;
        if (!found || (closed && !own))
            return own ? std::string_view(own->append(m_text.substr(from, at - from))) : m_text.substr(from, at - from);
        if (!own)
            own = &unquoted.emplace_back();
        own->append(m_text.substr(from, at - from));
        if (closed)
            return *own;
        if (!doubled) {
            own->append(plainCell(record));
            return *own;
        }
        from = m_place++;
    }
}

bool RecordReader::next(Record &record, std::deque<std::string> &unquoted)
{
    record.cells.clear();
    record.unclosedQuote = false;
    record.trimmed = 0;
    skipEmptyLines();
    if (m_place >= m_text.size())
        return false;
    const std::size_t start = m_place;
    record.line = m_lines + 1;
    while (true) {
        std::size_t open = m_place;
        while (m_separators.quote && open < m_text.size() && m_text[open] == ' ' && m_separators.delimiter != ' ')
            ++open;
        if (m_separators.quote && open < m_text.size() && m_text[open] == m_separators.quote) {
            m_place = open;
            record.cells.push_back(quotedCell(record, unquoted));
        } else {
            record.cells.push_back(plainCell(record));
        }
        if (isEnd(m_place))
            break;
        ++m_place;
    }
    record.text = m_text.substr(start, m_place - start);
    endLine();
    return true;
}

std::vector<std::size_t> recordStarts(std::string_view text, Separators separators, std::size_t size)
{
    std::vector<std::size_t> starts{0};
    const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    bool quoted = false;
    std::size_t counted = 0;
    for (std::size_t wanted = size; wanted < text.size();) {
        const auto begin = text.begin() + static_cast<std::ptrdiff_t>(counted);
        if (separators.quote)
            quoted ^= std::count(begin, text.begin() + static_cast<std::ptrdiff_t>(wanted), separators.quote) % 2 != 0;
        std::size_t place = wanted;
        for (; place < text.size() && (quoted || text[place] != end); ++place)
            quoted ^= separators.quote != 0 && text[place] == separators.quote;
        if (++place >= text.size())
            break;
        starts.push_back(place);
        counted = place;
        wanted = place + size;
    }
    return starts;
}

} // namespace assay::engine
