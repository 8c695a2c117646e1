// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportsections.h"
#include "tracking/provenance.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <QSet>
#include <algorithm>

namespace assay::app {

namespace {

QString count(qint64 n)
{
    return QLocale().toString(n);
}

QString tag(const tracking::Run &run, const QString &key)
{
    const auto found = run.tags.find(key);
    return found == run.tags.end() ? QString() : found->second;
}

QString splitText(const QString &split)
{
    if (split.startsWith(QLatin1String("test:")))
        return ReportText::tr("tested on %1").arg(split.mid(5));
    return split.isEmpty() ? ReportText::tr("not recorded") : split;
}

/// A row of one fact a run, marked where the runs differ.
std::vector<ReportCell> factRow(const QString &name, const QStringList &values)
{
    const bool differs = QSet<QString>(values.begin(), values.end()).size() > 1;
    std::vector<ReportCell> row{{.text = name}};
    for (const QString &value : values)
        row.push_back({.text = value.isEmpty() ? QStringLiteral("–") : value, .marked = differs});
    return row;
}

template<class Fact>
QStringList facts(const ReportContext &context, Fact fact)
{
    QStringList values;
    for (const ui::RunAnalysis &run : context.data().runs)
        values << fact(run.details);
    return values;
}

} // namespace

ReportSection dataSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("data"), .title = ReportText::tr("Data"), .blocks = {}};
    ReportTable table{.caption = {},
                      .header = {ReportText::tr("File"), ReportText::tr("Used for"), ReportText::tr("Rows"),
                                 ReportText::tr("Columns"), ReportText::tr("Digest")},
                      .rows = {}};
    QSet<QString> seen;
    for (const ui::RunAnalysis &run : context.data().runs) {
        for (const tracking::DatasetInput &input : run.details.inputs) {
            const QString key = input.role + input.digest + input.name;
            if (seen.contains(key))
                continue;
            seen.insert(key);
            table.rows.push_back({{.text = input.name},
                                  {.text = input.role},
                                  {.text = count(input.rows), .number = true},
                                  {.text = count(input.columns), .number = true},
                                  {.text = input.digest}});
        }
    }
    if (table.rows.empty())
        section.blocks.push_back(ReportParagraph{
            ReportText::tr("No data was recorded for these runs: their predictions came from elsewhere.")});
    else
        section.blocks.push_back(std::move(table));
    ReportTable split{.caption = {}, .header = QStringList{QString()} + context.names(), .rows = {}};
    split.rows.push_back(factRow(ReportText::tr("Target"),
                                 facts(context, [](const auto &d) { return tag(d.run, QStringLiteral("target")); })));
    if (context.task() == engine::Task::Binary)
        split.rows.push_back(factRow(ReportText::tr("Positive class"), facts(context, [](const auto &d) {
                                         return tag(d.run, QStringLiteral("positive"));
                                     })));
    split.rows.push_back(factRow(ReportText::tr("Split"), facts(context, [](const auto &d) {
                                     return splitText(tag(d.run, QStringLiteral("split")));
                                 })));
    split.rows.push_back(factRow(ReportText::tr("Seed"), facts(context, [](const auto &d) {
                                     return tracking::hasSeed(d.provenance) ? QString::number(d.provenance.seed)
                                                                            : QString();
                                 })));
    QStringList rows;
    for (const ui::RunAnalysis &run : context.data().runs)
        rows << count(static_cast<qint64>(run.evaluation.n));
    split.rows.push_back(factRow(ReportText::tr("Rows tested"), rows));
    section.blocks.push_back(std::move(split));
    return section;
}

ReportSection modelsSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("models"), .title = ReportText::tr("Models"), .blocks = {}};
    const auto &runs = context.data().runs;
    ReportTable table{.caption = {}, .header = QStringList{ReportText::tr("Parameter")} + context.names(), .rows = {}};
    table.rows.push_back(factRow(ReportText::tr("Model"), facts(context, [](const auto &d) { return d.run.model; })));
    table.rows.push_back(factRow(ReportText::tr("Run"), facts(context, [](const auto &d) {
                                     return d.run.name + QStringLiteral(" · ") + d.run.id.value.left(8);
                                 })));
    for (auto &cell : table.rows.back())
        cell.marked = false;
    std::vector<std::string> names;
    for (const ui::RunAnalysis &run : runs) {
        for (const auto &[name, value] : run.details.run.params)
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string &name : names) {
        table.rows.push_back(factRow(QString::fromStdString(name), facts(context, [&name](const auto &d) {
                                         const auto found = d.run.params.find(name);
                                         return found == d.run.params.end()
                                                    ? QString()
                                                    : QString::fromStdString(toText(found->second));
                                     })));
    }
    section.blocks.push_back(std::move(table));
    if (runs.size() > 1)
        section.blocks.push_back(ReportParagraph{ReportText::tr(
            "What differs between the runs is marked; a dash means that the model has no such parameter.")});
    return section;
}

ReportSection againSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("again"), .title = ReportText::tr("Run it again"), .blocks = {}};
    QStringList lines = context.data().commands;
    if (lines.isEmpty()) {
        for (const ui::RunAnalysis &run : context.data().runs)
            lines << run.details.provenance.commandLine;
    }
    lines.removeAll(QString());
    if (lines.isEmpty())
        return section;
    section.blocks.push_back(
        ReportParagraph{ReportText::tr("The same data, parameters and seed give the same numbers.")});
    section.blocks.push_back(ReportCode{lines});
    return section;
}

ReportSection environmentSection(ReportContext &context)
{
    ReportSection section{.id = QStringLiteral("environment"), .title = ReportText::tr("Environment"), .blocks = {}};
    ReportTable table{.caption = {}, .header = QStringList{QString()} + context.names(), .rows = {}};
    const auto add = [&](const QString &name, auto fact) {
        const QStringList values = facts(context, fact);
        if (std::any_of(values.begin(), values.end(), [](const QString &v) { return !v.isEmpty(); }))
            table.rows.push_back(factRow(name, values));
    };
    add(ReportText::tr("Started"), [](const auto &d) {
        return d.run.start.isValid() ? QLocale().toString(d.run.start, QLocale::ShortFormat) : QString();
    });
    add(ReportText::tr("Took"), [](const auto &d) {
        return d.run.end.isValid() ? ReportText::tr("%1 s", "seconds")
                                         .arg(ui::figure(static_cast<double>(d.run.start.msecsTo(d.run.end)) / 1000, 2))
                                   : QString();
    });
    for (auto &row : table.rows) {
        for (auto &cell : row)
            cell.marked = false;
    }
    add(ReportText::tr("Program"), [](const auto &d) { return d.provenance.program; });
    add(ReportText::tr("Processor"), [](const auto &d) { return d.provenance.cpu; });
    add(ReportText::tr("Threads"),
        [](const auto &d) { return d.provenance.threads > 0 ? QString::number(d.provenance.threads) : QString(); });
    add(ReportText::tr("System"), [](const auto &d) { return d.provenance.os; });
    add(ReportText::tr("Git commit"), [](const auto &d) {
        const QString commit = d.provenance.gitCommit.left(12);
        return commit.isEmpty() || !d.provenance.gitDirty ? commit
                                                          : ReportText::tr("%1, with uncommitted changes").arg(commit);
    });
    QStringList libraries;
    for (const ui::RunAnalysis &run : context.data().runs) {
        for (const auto &[name, version] : run.details.provenance.libraries)
            libraries << name;
    }
    libraries.removeDuplicates();
    for (const QString &library : std::as_const(libraries)) {
        add(library, [&library](const auto &d) {
            const auto found = d.provenance.libraries.find(library);
            return found == d.provenance.libraries.end() ? QString() : found->second;
        });
    }
    if (!table.rows.empty())
        section.blocks.push_back(std::move(table));
    return section;
}

} // namespace assay::app
