// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runrequest.h"

#include "engine/preprocess/steps.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace assay::ui {

namespace {

/// The values of an option in the order written, `--name value` or `--name=value`.
QStringList optionValues(const QStringList &words, const QString &name)
{
    QStringList values;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == name && i + 1 < words.size())
            values << words[i + 1];
        else if (words[i].startsWith(name + u'='))
            values << words[i].mid(name.size() + 1);
    }
    return values;
}

std::string lastValue(const QStringList &words, const char *name)
{
    const QStringList values = optionValues(words, QLatin1String(name));
    return values.isEmpty() ? std::string() : values.last().toStdString();
}

std::vector<std::string> allValues(const QStringList &words, const char *name)
{
    std::vector<std::string> values;
    for (const QString &value : optionValues(words, QLatin1String(name)))
        values.push_back(value.toStdString());
    return values;
}

engine::LearningTask taskOf(const QStringList &words)
{
    return {.target = lastValue(words, "--target"),
            .task = engine::taskFromName(lastValue(words, "--task")),
            .positive = lastValue(words, "--positive"),
            .drop = allValues(words, "--drop"),
            .protectedColumns = allValues(words, "--protected"),
            .excludeProtected = words.contains(QStringLiteral("--exclude-protected")),
            .weight = lastValue(words, "--weight")};
}

engine::FitOptions fitOf(const QStringList &words)
{
    engine::FitOptions fit{.weight = lastValue(words, "--weight")};
    fit.balance = engine::balanceFromName(lastValue(words, "--balance")).value_or(engine::Balance::None);
    if (const std::string calibrate = lastValue(words, "--calibrate"); !calibrate.empty()) {
        const QStringList parts = QString::fromStdString(calibrate).split(u':');
        fit.calibration = engine::calibrationFromName(parts.front().toStdString());
        if (parts.size() > 1)
            fit.calibrationShare = parts[1].toDouble();
    }
    for (const std::string &assignment : allValues(words, "--prep")) {
        const std::vector<ParamSpec> &specs = engine::preprocessParams();
        const std::size_t sign = assignment.find('=');
        const auto spec = std::find_if(specs.begin(), specs.end(),
                                       [&](const ParamSpec &s) { return s.name == assignment.substr(0, sign); });
        if (sign == std::string::npos || spec == specs.end())
            continue;
        if (const auto value = parseParam(*spec, assignment.substr(sign + 1)))
            fit.preprocess[spec->name] = *value;
    }
    return fit;
}

std::optional<double> asNumber(const ParamValue &value)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    return {};
}

} // namespace

QStringList shellWords(const QString &line)
{
    QStringList words;
    QString word;
    bool quoted = false, open = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\'') {
            quoted = !quoted;
            open = true;
        } else if (!quoted && c == u'\\' && i + 1 < line.size()) {
            word += line[++i];
            open = true;
        } else if (!quoted && c.isSpace()) {
            if (open)
                words << word;
            word.clear();
            open = false;
        } else {
            word += c;
            open = true;
        }
    }
    if (open)
        words << word;
    return words;
}

Result<TrainRequest> requestOf(const tracking::RunDetails &details, DatasetPtr data)
{
    const QStringList words = shellWords(details.provenance.commandLine);
    TrainRequest request;
    request.data = std::move(data);
    request.task = taskOf(words);
    if (request.task.target.empty() && details.run.tags.contains(QStringLiteral("target")))
        request.task.target = details.run.tags.at(QStringLiteral("target")).toStdString();
    if (request.task.target.empty())
        return failure(ErrorKind::NotFound, "no_command", "The run `{}` does not say how it was made.",
                       {details.run.name.toStdString()});
    if (const std::string split = lastValue(words, "--split"); !split.empty()) {
        const auto parsed = engine::parseSplit(split);
        if (!parsed)
            return tl::unexpected(parsed.error());
        request.split = *parsed;
    }
    if (const std::string threshold = lastValue(words, "--threshold"); !threshold.empty())
        request.threshold = QString::fromStdString(threshold).toDouble();
    request.model = details.run.model;
    request.params = details.run.params;
    request.fit = fitOf(words);
    return request;
}

std::vector<ParamValue> valuesToTry(const ParamSpec &spec, const ParamValue &current)
{
    std::vector<ParamValue> values;
    if (spec.type == ParamType::Boolean)
        return {false, true};
    if (spec.type == ParamType::Choice) {
        for (const std::string &choice : spec.choices)
            values.emplace_back(choice);
        return values;
    }
    const double here = asNumber(current).value_or(asNumber(spec.defaultValue).value_or(1));
    const bool whole = spec.type == ParamType::Integer;
    std::set<double> wanted;
    for (const double factor : spec.logarithmic && !whole ? std::vector{0.001, 0.01, 0.1, 1.0, 10.0, 100.0}
                                                          : std::vector{0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0}) {
        const double base = here > 0 ? here : spec.maximum.value_or(8) / 4;
        double value = base * factor;
        // A reader expects 0.1, not 0.10000000000000001.
        value = whole ? std::round(value) : QString::number(value, 'g', 6).toDouble();
        if (spec.minimum && (value < *spec.minimum || (spec.minimumExcluded && value == *spec.minimum)))
            continue;
        if (spec.maximum && value > *spec.maximum)
            continue;
        wanted.insert(value);
    }
    for (const double value : wanted) {
        if (whole)
            values.emplace_back(static_cast<std::int64_t>(value));
        else
            values.emplace_back(value);
    }
    return values;
}

} // namespace assay::ui
