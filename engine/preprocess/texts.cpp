// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/columnvalues.h"
#include "engine/preprocess/encoding.h"
#include "engine/preprocess/murmurhash.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>

namespace assay::engine {

namespace {

struct Hashing
{
    std::size_t width = 256;
    std::size_t ngrams = 2;
    TextUnit unit = TextUnit::Word;
};

using Counts = std::map<std::size_t, double>; // by bucket

bool continuesCharacter(unsigned char byte)
{
    return (byte & 0xc0) == 0x80; // UTF-8
}

// Letters and digits in lower case, all beyond ASCII counted as letters; other characters end a word.
std::vector<std::string> wordsOf(const std::string &text)
{
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = byte >= 0x80 || std::isalnum(byte) != 0;
        if (letter && !inside)
            words.emplace_back();
        if (letter)
            words.back() += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
        inside = letter;
    }
    return words;
}

// The characters of each word between blanks, so that n-grams know where words begin and end.
std::vector<std::vector<std::string>> charactersOf(const std::string &text)
{
    std::vector<std::vector<std::string>> words;
    for (const std::string &word : wordsOf(text)) {
        std::vector<std::string> characters{" "};
        for (const char c : word) {
            if (continuesCharacter(static_cast<unsigned char>(c)))
                characters.back() += c;
            else
                characters.emplace_back(1, c);
        }
        characters.emplace_back(" ");
        words.push_back(std::move(characters));
    }
    return words;
}

// Runs of 1 to `ngrams` pieces; the sign comes from the hash too, so that collisions cancel rather than add up
// (Weinberger et al. 2009).
void addGrams(const std::vector<std::string> &pieces, const std::string &between, const Hashing &how, Counts &counts)
{
    for (std::size_t first = 0; first < pieces.size(); ++first) {
        std::string gram;
        for (std::size_t length = 1; length <= how.ngrams && first + length <= pieces.size(); ++length) {
            gram += (length > 1 ? between : "") + pieces[first + length - 1];
            if (gram == " ")
                continue;
            const auto hash = static_cast<std::int32_t>(murmurHash3(gram));
            const auto size = static_cast<std::size_t>(std::abs(static_cast<std::int64_t>(hash)));
            counts[size % how.width] += hash >= 0 ? 1 : -1;
        }
    }
}

// Signed counts of n-grams by bucket, of length 1 (Euclid).
Counts hashed(const std::string &text, const Hashing &how)
{
    Counts counts;
    if (how.unit == TextUnit::Word) {
        addGrams(wordsOf(text), " ", how, counts);
    } else {
        for (const auto &characters : charactersOf(text))
            addGrams(characters, {}, how, counts);
    }
    double squares = 0;
    for (const auto &[bucket, count] : counts)
        squares += count * count;
    for (auto &[bucket, count] : counts)
        count = squares > 0 ? count / std::sqrt(squares) : 0;
    return counts;
}

/// Texts as hashed n-grams, in the buckets that training rows fill; a missing text is 0 in all.
class Texts : public Encoding
{
public:
    Texts(const std::string &column, const Hashing &how, std::vector<std::size_t> buckets)
        : Encoding(column)
        , m_how(how)
        , m_buckets(std::move(buckets))
    {
    }

    std::vector<std::string> names() const override;
    Result<Filler> bind(const Column &column) const override;
    Json toJson() const override;

private:
    Hashing m_how;
    std::vector<std::size_t> m_buckets; ///< rising
};

std::vector<std::string> Texts::names() const
{
    std::vector<std::string> names;
    for (const std::size_t bucket : m_buckets)
        names.push_back(column() + "#" + std::to_string(bucket));
    return names;
}

Result<Filler> Texts::bind(const Column &source) const
{
    const LevelView view(source);
    using Cells = std::vector<std::pair<std::size_t, double>>;
    // Each distinct text is hashed once, when a row first has it.
    auto known = std::make_shared<std::vector<std::optional<Cells>>>(view.labels().size());
    return Filler([this, view, known](std::span<const Row> rows, double *cell, Eigen::Index stride) {
        for (std::size_t i = 0; i < rows.size(); ++i, cell += stride) {
            const std::int32_t code = view.code(rows[i]);
            if (code == Column::missingCode)
                continue;
            std::optional<Cells> &cells = (*known)[static_cast<std::size_t>(code)];
            if (!cells) {
                cells.emplace();
                for (const auto &[bucket, value] : hashed(view.labels()[code], m_how)) {
                    const auto at = std::ranges::lower_bound(m_buckets, bucket);
                    if (at != m_buckets.end() && *at == bucket)
                        cells->emplace_back(static_cast<std::size_t>(at - m_buckets.begin()), value);
                }
            }
            for (const auto &[place, value] : *cells)
                cell[place] = value;
        }
    });
}

Json Texts::toJson() const
{
    return {{"column", column()},
            {"kind", "text"},
            {"width", m_how.width},
            {"ngrams", m_how.ngrams},
            {"unit", choices::textUnit[static_cast<std::size_t>(m_how.unit)]},
            {"buckets", m_buckets}};
}

} // namespace

EncodingPtr fitText(const Column &column, const Rows &rows, const PreprocessOptions &options)
{
    const Hashing how{.width = options.textFeatures, .ngrams = options.textNgrams, .unit = options.textUnit};
    std::vector<bool> seen(column.levels().size(), false);
    std::vector<bool> used(how.width, false);
    for (const Row row : rows) {
        const std::int32_t code = column.codes()[row];
        if (code == Column::missingCode || seen[code])
            continue;
        seen[code] = true;
        for (const auto &[bucket, count] : hashed(column.levels()[code], how)) {
            if (count != 0)
                used[bucket] = true;
        }
    }
    std::vector<std::size_t> buckets;
    for (std::size_t bucket = 0; bucket < used.size(); ++bucket) {
        if (used[bucket])
            buckets.push_back(bucket);
    }
    return std::make_shared<const Texts>(column.name(), how, std::move(buckets));
}

EncodingPtr textFromJson(const Json &json)
{
    const bool characters = json.at("unit") == choices::textUnit[static_cast<std::size_t>(TextUnit::Character)];
    const Hashing how{.width = json.at("width").get<std::size_t>(),
                      .ngrams = json.at("ngrams").get<std::size_t>(),
                      .unit = characters ? TextUnit::Character : TextUnit::Word};
    return std::make_shared<const Texts>(json.at("column").get<std::string>(), how,
                                         json.at("buckets").get<std::vector<std::size_t>>());
}

} // namespace assay::engine
