// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/duckdbsource.h"

#include <algorithm>
#include <cctype>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace assay::engine {

namespace {

// A name under which DuckDB can open the file or bytes held in memory, whatever characters are in the file's own name.
class ReadableFile
{
public:
    explicit ReadableFile(const std::string &path)
        : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC))
    {
    }
    explicit ReadableFile(std::string_view bytes)
        : m_file(memfd_create("assay", MFD_CLOEXEC))
    {
        while (m_file >= 0 && !bytes.empty()) {
            const auto written = ::write(m_file, bytes.data(), bytes.size());
            if (written <= 0)
                break;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    ReadableFile(const ReadableFile &) = delete;
    ReadableFile &operator=(const ReadableFile &) = delete;
    ~ReadableFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    std::string sql() const { return sqlText("/proc/self/fd/" + std::to_string(m_file)); }

private:
    int m_file;
};

std::optional<Kind> declaredKind(std::string_view type)
{
    if (type == "BOOLEAN")
        return Kind::Boolean;
    if (type.ends_with("INT") || type == "INTEGER" || type == "UINTEGER" ||
        (type.starts_with("DECIMAL(") && type.ends_with(",0)")))
        return Kind::Integer;
    if (type == "FLOAT" || type == "DOUBLE" || type.starts_with("DECIMAL"))
        return Kind::Real;
    if (type == "DATE")
        return Kind::Date;
    if (type.starts_with("TIMESTAMP"))
        return Kind::DateTime;
    return Kind::Categorical;
}

std::string textOf(const std::string &name, std::string_view type)
{
    const std::string column = sqlName(name);
    if (type == "FLOAT")
        return "CAST(CAST(" + column + " AS DOUBLE) AS VARCHAR)";
    if (type == "TIMESTAMP WITH TIME ZONE")
        return "CAST(make_timestamp(epoch_us(" + column + ")) AS VARCHAR)";
    return "CAST(" + column + " AS VARCHAR)";
}

// Lines that are not blank: where the records of JSON Lines are.
std::vector<std::int64_t> recordLines(std::string_view text)
{
    std::vector<std::int64_t> lines;
    std::int64_t line = 1;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (text.substr(0, end).find_first_not_of(" \t\r") != std::string_view::npos)
            lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line;
    }
    return lines;
}

// The record that DuckDB names in "... in line 3: ..." or "... in record/value 3: ..."; it counts one too many.
std::size_t recordIn(const std::string &message)
{
    for (const char *word : {"line ", "record/value "}) {
        const auto place = message.find(word);
        const long long number =
            place == std::string::npos ? 0 : std::atoll(message.c_str() + place + std::string_view(word).size());
        if (number > 1)
            return static_cast<std::size_t>(number - 1);
    }
    return 0;
}

Failure badJson(const Error &error, std::string_view text, const std::string &format, const std::string &path)
{
    if (error.kind == ErrorKind::Cancelled)
        return Failure(error);
    const std::size_t record = recordIn(error.message);
    const auto lines = format == "jsonl" ? recordLines(text) : std::vector<std::int64_t>();
    const std::int64_t line = record > 0 && record <= lines.size() ? lines[record - 1] : 0;
    const std::string place = line > 0     ? ": reading stopped in line " + std::to_string(line)
                              : record > 0 ? ": reading stopped in record " + std::to_string(record)
                                           : std::string();
    return at(failure(ErrorKind::BadInput, "bad_json",
                      "The file `{}` is not JSON that holds one object a row{}; mend it there or write it as CSV.",
                      {path, place}),
              path, line);
}

Failure badParquet(const Error &error, const std::string &path)
{
    if (error.kind == ErrorKind::Cancelled)
        return Failure(error);
    return at(failure(ErrorKind::BadInput, "unreadable_file",
                      "The Parquet file `{}` is damaged or incomplete; write it again.", {path}),
              path);
}

struct Described
{
    std::vector<std::string> names;
    std::vector<std::string> types;
};

Result<Described> describe(const DuckDbSession &session, const std::string &reader)
{
    auto rows = session.texts("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + reader + ")");
    if (!rows)
        return Failure(std::move(rows.error()));
    Described described;
    for (std::size_t chunk = 0; chunk < rows->chunkCount(); ++chunk) {
        for (std::size_t row = 0; row < rows->chunkRows(chunk); ++row) {
            described.names.emplace_back(rows->cell(chunk, row, 0));
            described.types.emplace_back(rows->cell(chunk, row, 1));
        }
    }
    return described;
}

std::string join(const std::vector<std::string> &texts)
{
    std::string out;
    for (const std::string &text : texts)
        out += (out.empty() ? "" : ", ") + text;
    return out;
}

std::string_view skipSpace(std::string_view text)
{
    const auto place = text.find_first_not_of(" \t\r\n");
    return place == std::string_view::npos ? std::string_view() : text.substr(place);
}

} // namespace

DuckDbSource::DuckDbSource(std::vector<std::string> names, std::vector<std::optional<Kind>> declared, DuckDbTexts texts,
                           std::vector<std::int64_t> lines)
    : m_names(std::move(names))
    , m_declared(std::move(declared))
    , m_texts(std::move(texts))
    , m_lines(std::move(lines))
{
    std::size_t row = 0;
    for (std::size_t chunk = 0; chunk < m_texts.chunkCount(); ++chunk) {
        m_firstRows.push_back(row);
        row += m_texts.chunkRows(chunk);
    }
    if (m_lines.size() != row)
        m_lines.clear();
}

void DuckDbSource::read(std::size_t index, std::int64_t firstLine, CellChunk &chunk) const
{
    chunk = {};
    chunk.columns = m_names.size();
    const std::size_t rows = m_texts.chunkRows(index);
    chunk.cells.resize(rows * chunk.columns);
    for (std::size_t column = 0; column < chunk.columns; ++column) {
        for (std::size_t row = 0; row < rows; ++row)
            chunk.cells[row * chunk.columns + column] = m_texts.cell(index, row, column);
    }
    for (std::size_t row = 0; row < rows; ++row)
        chunk.lines.push_back(m_lines.empty() ? firstLine + static_cast<std::int64_t>(row)
                                              : m_lines[m_firstRows[index] + row]);
    chunk.lineCount = static_cast<std::int64_t>(rows);
}

std::optional<std::string> jsonFormat(std::string_view text)
{
    const std::string_view start = skipSpace(text);
    if (start.empty() || (start[0] != '[' && start[0] != '{'))
        return std::nullopt;
    const std::string_view next = skipSpace(start.substr(1));
    const char c = next.empty() ? ' ' : next[0];
    if (start[0] == '[')
        return c == '{' || c == ']' ? std::optional<std::string>("json") : std::nullopt;
    return c == '"' || c == '}' ? std::optional<std::string>("jsonl") : std::nullopt;
}

bool isParquet(std::string_view bytes)
{
    return bytes.starts_with("PAR1");
}

Result<DuckDbSource> openJson(const SourceText &text, const std::string &format, const std::string &path,
                              const Context &context)
{
    const auto file = text.isFile ? std::make_unique<ReadableFile>(path) : std::make_unique<ReadableFile>(text.text);
    if (format == "json" && skipSpace(skipSpace(text.text).substr(1)).starts_with(']'))
        return at(failure(ErrorKind::BadInput, "no_rows",
                          "The file `{}` is an empty list: objects, one a row, were expected.", {path}),
                  path);
    const DuckDbSession session(context);
    const std::string reader =
        "read_json(" + file->sql() + ", format = '" + (format == "json" ? "array" : "newline_delimited") +
        "', records = true, sample_size = -1, maximum_depth = 1, convert_strings_to_integers = false)";
    auto described = describe(session, reader);
    if (!described)
        return badJson(described.error(), text.text, format, path);
    std::vector<std::string> texts;
    for (const std::string &name : described->names)
        texts.push_back("CAST(" + sqlName(name) + " AS JSON) ->> '$'");
    auto rows = session.texts("SELECT " + join(texts) + " FROM " + reader);
    if (!rows)
        return badJson(rows.error(), text.text, format, path);
    std::vector<std::optional<Kind>> declared(texts.size());
    return DuckDbSource(std::move(described->names), std::move(declared), std::move(*rows),
                        format == "jsonl" ? recordLines(text.text) : std::vector<std::int64_t>());
}

Result<DuckDbSource> openParquet(const FileBytes &bytes, const std::string &path, const Context &context)
{
    const auto file =
        bytes.compressed() ? std::make_unique<ReadableFile>(bytes.data()) : std::make_unique<ReadableFile>(path);
    const DuckDbSession session(context);
    const std::string reader = "read_parquet(" + file->sql() + ")";
    auto described = describe(session, reader);
    if (!described)
        return badParquet(described.error(), path);
    std::vector<std::string> texts;
    std::vector<std::optional<Kind>> declared;
    for (std::size_t i = 0; i < described->names.size(); ++i) {
        texts.push_back(textOf(described->names[i], described->types[i]));
        declared.push_back(declaredKind(described->types[i]));
    }
    auto rows = session.texts("SELECT " + join(texts) + " FROM " + reader);
    if (!rows)
        return badParquet(rows.error(), path);
    return DuckDbSource(std::move(described->names), std::move(declared), std::move(*rows));
}

} // namespace assay::engine
