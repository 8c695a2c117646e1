// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/packedmatrix.h"

#include "engine/estimators/savedmatrix.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <openssl/evp.h>
#include <span>
#include <vector>

namespace assay::engine {

namespace {

static_assert(std::endian::native == std::endian::little, "Saved numbers are little-endian.");

std::string base64(std::span<const std::uint8_t> bytes)
{
    std::string text(4 * ((bytes.size() + 2) / 3), '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytes.data(), static_cast<int>(bytes.size()));
    return text;
}

// Empty where @p text is not base64 of @p size bytes.
std::vector<std::uint8_t> bytesOf(const std::string &text, std::size_t size)
{
    std::vector<std::uint8_t> bytes(text.size() / 4 * 3 + 3);
    const int got = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char *>(text.data()),
                                    static_cast<int>(text.size()));
    if (got < 0 || static_cast<std::size_t>(got) < size || static_cast<std::size_t>(got) >= size + 3)
        return {};
    bytes.resize(size);
    return bytes;
}

std::span<const std::uint8_t> asBytes(std::span<const std::uint64_t> values)
{
    return {reinterpret_cast<const std::uint8_t *>(values.data()), values.size_bytes()};
}

std::size_t bitsFor(std::size_t levels)
{
    return static_cast<std::size_t>(std::bit_width(levels - 1));
}

Json packedColumn(const Matrix &matrix, Eigen::Index column)
{
    std::vector<std::uint64_t> values(static_cast<std::size_t>(matrix.rows()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::bit_cast<std::uint64_t>(matrix(static_cast<Eigen::Index>(i), column));
    std::vector<std::uint64_t> levels = values;
    std::ranges::sort(levels);
    levels.erase(std::ranges::unique(levels).begin(), levels.end());
    const std::size_t bits = levels.empty() ? 0 : bitsFor(levels.size());
    if (64 * levels.size() + bits * values.size() >= 64 * values.size())
        return {{"values", base64(asBytes(values))}};
    std::vector<std::uint8_t> codes((bits * values.size() + 7) / 8, 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto code = static_cast<std::size_t>(std::ranges::lower_bound(levels, values[i]) - levels.begin());
        for (std::size_t b = 0; b < bits; ++b) {
            const std::size_t bit = i * bits + b;
            codes[bit / 8] = static_cast<std::uint8_t>(codes[bit / 8] | (((code >> b) & 1) << (bit % 8)));
        }
    }
    return {{"levels", levels.size()}, {"values", base64(asBytes(levels))}, {"codes", base64(codes)}};
}

std::vector<double> numbers(const Json &json, std::size_t count)
{
    const std::vector<std::uint8_t> bytes = bytesOf(json.get<std::string>(), 8 * count);
    std::vector<double> out(bytes.size() / 8);
    std::memcpy(out.data(), bytes.data(), 8 * out.size());
    return out;
}

// False where the column does not hold what it says.
bool unpackColumn(const Json &json, Matrix &matrix, Eigen::Index column)
{
    const auto rows = static_cast<std::size_t>(matrix.rows());
    const bool coded = json.contains("codes");
    const auto count = coded ? json.at("levels").get<std::size_t>() : rows;
    if (count > rows || (count == 0 && rows > 0))
        return false;
    const std::vector<double> values = numbers(json.at("values"), count);
    const std::size_t bits = coded ? bitsFor(count) : 0;
    const std::vector<std::uint8_t> codes =
        coded ? bytesOf(json.at("codes").get<std::string>(), (bits * rows + 7) / 8) : std::vector<std::uint8_t>();
    if (values.size() != count || codes.size() != (bits * rows + 7) / 8)
        return false;
    for (std::size_t i = 0; i < rows; ++i) {
        std::size_t code = coded ? 0 : i;
        for (std::size_t b = 0; b < bits; ++b) {
            const std::size_t bit = i * bits + b;
            code |= static_cast<std::size_t>((codes[bit / 8] >> (bit % 8)) & 1) << b;
        }
        if (code >= count)
            return false;
        matrix(static_cast<Eigen::Index>(i), column) = values[code];
    }
    return true;
}

} // namespace

Json packedToJson(const Matrix &matrix)
{
    Json columns = Json::array();
    for (Eigen::Index j = 0; j < matrix.cols(); ++j)
        columns.push_back(packedColumn(matrix, j));
    return {{"rows", matrix.rows()}, {"columns", std::move(columns)}};
}

Result<Matrix> packedFromJson(const Json &json)
{
    const auto wrong = [](const char *why) {
        return failure(ErrorKind::BadInput, "bad_model", "The saved {} cannot be read: {}.", {"matrix", why});
    };
    try {
        const auto rows = json.at("rows").get<std::int64_t>();
        const Json &columns = json.at("columns");
        if (rows < 0 || rows > std::int64_t(1) << 32)
            return wrong("it has an impossible number of rows");
        for (const Json &column : columns) {
            // What is not there must not be allocated.
            if (!column.contains("codes") &&
                column.at("values").get_ref<const std::string &>().size() < 8 * static_cast<std::size_t>(rows))
                return wrong("a column is too short");
        }
        Matrix matrix(rows, static_cast<Eigen::Index>(columns.size()));
        for (std::size_t j = 0; j < columns.size(); ++j) {
            if (!unpackColumn(columns[j], matrix, static_cast<Eigen::Index>(j)))
                return wrong("a column does not hold what it says");
        }
        return matrix;
    } catch (const Json::exception &error) {
        return badModel("matrix", error);
    }
}

} // namespace assay::engine
