// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/attributiontext.h"

#include "app/commands/texttable.h"

#include <array>
#include <charconv>

namespace assay::app {

namespace {

std::string csvCell(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

void append(QByteArray &csv, double value)
{
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    csv.append(buffer.data(), result.ptr - buffer.data());
}

} // namespace

std::string attributionText(const engine::Attribution &attribution)
{
    std::string text = "Method " + attribution.method + ", " + countText(attribution.n(), "row") + ", " +
                       secondsText(attribution.seconds) + "\n\n";
    const bool permutation = attribution.method == "permutation";
    TextTable table({"feature", permutation ? "drop when shuffled" : "mean |contribution|", permutation ? "sd" : ""});
    for (std::size_t i = 0; i < attribution.meanAbs.size(); ++i) {
        const auto &[feature, value] = attribution.meanAbs[i];
        table.add({feature, fixedText(value),
                   i < attribution.spread.size() ? fixedText(attribution.spread[i]) : std::string()});
    }
    text += table.text();
    if (!permutation)
        text += "\nContributions add up to each prediction's margin within " +
                numberText(attribution.additivityMaxError) + ".\n";
    return text;
}

QByteArray attributionCsv(const engine::Attribution &attribution)
{
    const bool classes = !attribution.classes.empty();
    QByteArray csv;
    for (const std::string &feature : attribution.features)
        csv += QByteArray::fromStdString(csvCell(feature)) + ',';
    csv += classes ? "base_value,class\n" : "base_value\n";
    const auto blocks = static_cast<Eigen::Index>(classes ? attribution.classes.size() : 1);
    for (Eigen::Index row = 0; row < attribution.values.rows(); ++row) {
        for (Eigen::Index feature = 0; feature < attribution.values.cols(); ++feature) {
            append(csv, attribution.values(row, feature));
            csv += ',';
        }
        const auto block = static_cast<std::size_t>(row % blocks);
        append(csv, attribution.baseValues[block]);
        csv += classes ? ',' + QByteArray::fromStdString(csvCell(attribution.classes[block])) + '\n' : QByteArray("\n");
    }
    return csv;
}

} // namespace assay::app
