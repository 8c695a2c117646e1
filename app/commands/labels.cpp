// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/labels.h"

#include <algorithm>
#include <charconv>

namespace assay::app {

namespace {

std::optional<double> numberFrom(const std::string &text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// 0 and 1 for the texts of truth values.
std::optional<double> truthFrom(const std::string &text)
{
    if (text == "true")
        return 1;
    if (text == "false")
        return 0;
    return numberFrom(text);
}

template<class Read>
std::optional<std::size_t> findBy(const std::vector<std::string> &labels, const std::string &wanted, Read read)
{
    const auto value = read(wanted);
    const auto it =
        std::ranges::find_if(labels, [&](const std::string &label) { return value && read(label) == value; });
    if (it == labels.end())
        return std::nullopt;
    return static_cast<std::size_t>(it - labels.begin());
}

} // namespace

std::optional<std::size_t> findLabel(const std::vector<std::string> &labels, const std::string &wanted)
{
    if (const auto it = std::ranges::find(labels, wanted); it != labels.end())
        return static_cast<std::size_t>(it - labels.begin());
    if (const auto index = findBy(labels, wanted, numberFrom))
        return index;
    return findBy(labels, wanted, truthFrom);
}

std::vector<std::string> unitedLabels(std::vector<std::string> labels, const std::vector<std::string> &more)
{
    for (const std::string &label : more) {
        if (!findLabel(labels, label))
            labels.push_back(label);
    }
    std::ranges::sort(labels);
    if (std::ranges::all_of(labels, [](const std::string &label) { return numberFrom(label).has_value(); }))
        std::ranges::stable_sort(labels, {}, [](const std::string &label) { return *numberFrom(label); });
    return labels;
}

std::string oppositeLabel(const std::string &label)
{
    if (label == "0" || label == "1")
        return label == "0" ? "1" : "0";
    if (label == "true" || label == "false")
        return label == "true" ? "false" : "true";
    return "not " + label;
}

} // namespace assay::app
