// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/source.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace assay::engine {

namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view littleMark = "\xFF\xFE";
constexpr std::string_view bigMark = "\xFE\xFF";

// What Windows-1252 puts where Latin-1 has control characters; the five unused bytes stay what they are in Latin-1.
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                               0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

struct Magic
{
    std::string_view start;
    const char *what;
};

constexpr Magic knownBinaries[] = {
    {"PK\x03\x04", "a ZIP archive or an Excel or OpenDocument workbook; save the sheet as CSV"},
    {"\xD0\xCF\x11\xE0", "an old Excel workbook; save the sheet as CSV"},
    {"SQLite format 3", "an SQLite database; export the table as CSV or Parquet"},
    {"%PDF-", "a PDF document; a CSV, JSON or Parquet file is needed"},
    {"\x89PNG", "a picture; a CSV, JSON or Parquet file is needed"},
    {"\xFF\xD8\xFF", "a picture; a CSV, JSON or Parquet file is needed"},
    {"GIF8", "a picture; a CSV, JSON or Parquet file is needed"},
    {"\x7F"
     "ELF",
     "a program; a CSV, JSON or Parquet file is needed"},
    {"BZh", "packed with bzip2; unpack it or pack it with gzip"},
    {"\xFD"
     "7zXZ",
     "packed with xz; unpack it or pack it with gzip"},
    {"\x28\xB5\x2F\xFD", "packed with zstd; unpack it or pack it with gzip"},
};

std::int64_t lineAt(std::string_view bytes, std::size_t place)
{
    return 1 +
           std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(place, bytes.size())), '\n');
}

void appendUtf8(std::string &out, char32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

// Length of the well-formed UTF-8 sequence at @p s (RFC 3629: no overlong forms, no surrogates), 0 when there is none.
std::size_t sequenceLength(std::string_view s)
{
    const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return tail(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool second = first == 0xE0 ? byte(1) >= 0xA0 : first == 0xED ? byte(1) <= 0x9F : true;
        return second && tail(1) && tail(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool second = first == 0xF0 ? byte(1) >= 0x90 : first == 0xF4 ? byte(1) <= 0x8F : true;
        return second && tail(1) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

// Place of the first byte that is not UTF-8, or the size.
std::size_t validUtf8(std::string_view s)
{
    std::size_t i = 0;
    while (i < s.size()) {
        std::uint64_t word = 0;
        while (i + sizeof word <= s.size()) {
            std::memcpy(&word, s.data() + i, sizeof word);
            if (word & 0x8080808080808080ULL)
                break;
            i += sizeof word;
        }
        if (i >= s.size())
            break;
        const std::size_t length = sequenceLength(s.substr(i));
        if (length == 0)
            return i;
        i += length;
    }
    return s.size();
}

bool looksLikeUtf16(std::string_view bytes, bool bigEndian)
{
    const std::string_view sample = bytes.substr(0, 4096);
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return false;
    std::size_t high = 0;
    std::size_t low = 0;
    for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
        high += sample[i + (bigEndian ? 0 : 1)] == '\0' ? 1 : 0;
        low += sample[i + (bigEndian ? 1 : 0)] == '\0' ? 1 : 0;
    }
    return low == 0 && high * 10 >= sample.size() / 2 * 7;
}

Failure badEncoding(const std::string &path, const std::string &encoding, std::int64_t line)
{
    return at(failure(ErrorKind::BadInput, "bad_encoding",
                      "Line {} of `{}` is not written in {}; choose another encoding: utf-8, utf-16 or latin-1.",
                      {std::to_string(line), path, encoding}),
              path, line);
}

Result<std::string> fromUtf16(std::string_view bytes, bool bigEndian, const std::string &path)
{
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        const bool leading = c >= 0xD800 && c < 0xDC00;
        if (leading && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            return badEncoding(path, "utf-16", lineAt(out, out.size()));
        }
        appendUtf8(out, c);
    }
    if (bytes.size() % 2 != 0)
        return badEncoding(path, "utf-16", lineAt(out, out.size()));
    return out;
}

std::string fromLatin1(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        appendUtf8(out, c >= 0x80 && c < 0xA0 ? windows1252[c - 0x80] : c);
    }
    return out;
}

SourceText owned(std::string text, std::string encoding)
{
    auto owner = std::make_shared<const std::string>(std::move(text));
    return {.text = *owner, .encoding = std::move(encoding), .isFile = false, .owner = owner};
}

Failure binaryFile(const std::string &path, const std::string &what)
{
    return at(failure(ErrorKind::BadInput, "binary_file", "The file `{}` is not a text table: it is {}.", {path, what}),
              path);
}

// Text has no NUL and hardly any other control characters.
std::optional<std::size_t> binaryPlace(std::string_view bytes)
{
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos)
        return nul;
    const std::string_view sample = bytes.substr(0, 1 << 16);
    const auto isControl = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 &&
               std::string_view("\t\n\r\f\v\x1b").find(c) == std::string_view::npos;
    };
    const auto controls = std::ranges::count_if(sample, isControl);
    if (controls > 0 && static_cast<std::size_t>(controls) * 100 > sample.size())
        return static_cast<std::size_t>(std::ranges::find_if(sample, isControl) - sample.begin());
    return std::nullopt;
}

Result<SourceText> decodeAs(std::string_view bytes, const std::string &path, const std::string &encoding)
{
    if (encoding == "utf-16") {
        const bool bigEndian =
            bytes.starts_with(bigMark) || (!bytes.starts_with(littleMark) && looksLikeUtf16(bytes, true));
        if (bytes.starts_with(bigMark) || bytes.starts_with(littleMark))
            bytes.remove_prefix(2);
        auto text = fromUtf16(bytes, bigEndian, path);
        if (!text)
            return Failure(std::move(text.error()));
        return owned(std::move(*text), encoding);
    }
    if (const auto place = binaryPlace(bytes)) {
        const std::int64_t line = lineAt(bytes, *place);
        return at(binaryFile(path, "binary data (line " + std::to_string(line) +
                                       " holds bytes no text has); a CSV, JSON or Parquet file is needed"),
                  path, line);
    }
    if (encoding == "latin-1")
        return owned(fromLatin1(bytes), encoding);
    return badEncoding(path, "utf-8", lineAt(bytes, validUtf8(bytes)));
}

} // namespace

Result<SourceText> decodeText(const FileBytes &file, const std::string &path,
                              const std::optional<std::string> &encoding)
{
    std::string_view bytes = file.data();
    const bool marked16 = bytes.starts_with(littleMark) || bytes.starts_with(bigMark);
    if (!marked16) {
        for (const Magic &magic : knownBinaries) {
            if (bytes.starts_with(magic.start))
                return binaryFile(path, magic.what);
        }
    }
    const bool is16 =
        encoding ? *encoding == "utf-16" : marked16 || looksLikeUtf16(bytes, false) || looksLikeUtf16(bytes, true);
    if (is16)
        return decodeAs(bytes, path, "utf-16");
    const bool marked8 = bytes.starts_with(utf8Mark);
    if (encoding && *encoding == "latin-1")
        return decodeAs(bytes, path, "latin-1");
    if (encoding && *encoding != "utf-8")
        return at(failure(ErrorKind::Usage, "bad_encoding",
                          "The encoding `{}` is not known; there are utf-8, utf-16 and latin-1.", {*encoding}),
                  path);
    if (marked8)
        bytes.remove_prefix(utf8Mark.size());
    if (validUtf8(bytes) == bytes.size() && !binaryPlace(bytes))
        return SourceText{.text = bytes,
                          .encoding = "utf-8",
                          .isFile = !marked8 && !file.compressed(),
                          .owner = std::make_shared<const FileBytes>(file)};
    return decodeAs(bytes, path, encoding || marked8 ? "utf-8" : "latin-1");
}

} // namespace assay::engine
