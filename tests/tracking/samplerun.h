// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefixture.h"

#include "engine/core/random.h"

#include <cmath>
#include <limits>

namespace assay::tracking {

/// Runs with something of everything, at random: every kind of parameter, awkward texts, values that are no numbers.
class SampleRuns
{
public:
    explicit SampleRuns(std::uint64_t seed)
        : m_random(seed)
    {
    }

    RunId add(RunStore &store, const RunId &parent = {})
    {
        const int number = ++m_count;
        NewRun run{.experiment = QStringLiteral("Experiment %1").arg(number % 3),
                   .name = text(),
                   .parent = parent,
                   .model = QStringLiteral("xgboost"),
                   .task = QStringLiteral("binary"),
                   .params = params(),
                   .tags = {{QStringLiteral("owner"), text()}, {text(), text()}}};
        run.inputs = {{.role = QStringLiteral("train"),
                       .name = text(),
                       .path = QStringLiteral("/data/") + text(),
                       .digest = QStringLiteral("sha256:") + QString(64, u'a'),
                       .rows = number,
                       .columns = 7,
                       .readOptions = QStringLiteral("{\"delimiter\":\",\"}")}};
        run.provenance = {.program = QStringLiteral("assay test"),
                          .commandLine = text(),
                          .gitCommit = QStringLiteral("abc"),
                          .gitDirty = number % 2 == 0,
                          .host = text(),
                          .user = text(),
                          .os = QStringLiteral("os"),
                          .cpu = QStringLiteral("cpu"),
                          .threads = number,
                          .seed = ~quint64(0) - static_cast<quint64>(number),
                          .libraries = {{QStringLiteral("lib"), QStringLiteral("1.2")}}};
        const RunId id = need(store.begin(run));
        for (int i = 0; i < 4; ++i)
            need(store.logMetrics(id, QStringLiteral("metric/%1 ").arg(i) + text(), points()));
        need(store.addArtifact(id, QStringLiteral("plots/é.png"), QStringLiteral("drawing"), text().toUtf8()));
        need(store.addArtifact(id, QStringLiteral("same.bin"), QStringLiteral("model"), "the same in all runs"));
        need(store.end(id, number % 4 == 0 ? RunStatus::Failed : RunStatus::Finished,
                       number % 4 == 0 ? text() : QString()));
        need(store.setNote(id, text()));
        return id;
    }

private:
    QString text()
    {
        static const QStringList parts = {QStringLiteral("a"),    QStringLiteral("\"quoted\""),  QStringLiteral("é漢"),
                                          QStringLiteral("x, y"), QStringLiteral("line\nbreak"), QStringLiteral("=1+1"),
                                          QStringLiteral("</b>"), QStringLiteral("\\back"),      QStringLiteral(" "),
                                          QStringLiteral("😀 end")};
        QString all = QString::number(m_random.bits() % 1000);
        for (int i = 0; i < 3; ++i)
            all += parts[static_cast<qsizetype>(m_random.bits() % static_cast<std::uint64_t>(parts.size()))];
        return all;
    }

    double number()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        static const double odd[] = {0.0,      -0.0,      std::numeric_limits<double>::quiet_NaN(),
                                     infinity, -infinity, std::numeric_limits<double>::denorm_min(),
                                     1e308,    0.1};
        return m_random.bits() % 4 == 0 ? odd[m_random.bits() % std::size(odd)] : m_random.normal() * 1e3;
    }

    Params params()
    {
        return {{"flag", m_random.bits() % 2 == 0},
                {"whole", static_cast<std::int64_t>(m_random.bits())},
                {"real", number()},
                {"round", 1.0},
                {"not a number", std::numeric_limits<double>::quiet_NaN()},
                {"endless", -std::numeric_limits<double>::infinity()},
                {"word", text().toStdString()},
                {"word that looks like none", std::string("NaN")},
                {"empty", std::string()}};
    }

    std::vector<MetricPoint> points()
    {
        std::vector<MetricPoint> all(m_random.bits() % 5000 + 1);
        for (MetricPoint &point : all)
            point = {.step = static_cast<qint64>(m_random.bits() % 2000) - 1000,
                     .time = static_cast<qint64>(m_random.bits() >> 8),
                     .value = number()};
        return all;
    }

    Random m_random;
    int m_count = 0;
};

/// Equal to the last bit, a NaN to a NaN.
inline bool sameBits(const std::vector<MetricPoint> &a, const std::vector<MetricPoint> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const MetricPoint &x, const MetricPoint &y) {
        return x.step == y.step && x.time == y.time &&
               ((std::isnan(x.value) && std::isnan(y.value)) ||
                (x.value == y.value && std::signbit(x.value) == std::signbit(y.value)));
    });
}

} // namespace assay::tracking
