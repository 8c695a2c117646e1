// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/environmentmodel.h"

#include "widgets/models/format.h"

#include <algorithm>

namespace assay::ui {

namespace {

struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::Environment)

public:
    /// Name and value, in the order they are read.
    std::vector<std::pair<QString, QString>> all;

    explicit Facts(const tracking::RunDetails &run)
    {
        const tracking::Provenance &p = run.provenance;
        add(tr("Program"), p.program);
        add(tr("Command line"), p.commandLine);
        add(tr("Seed"), QString::number(p.seed));
        add(tr("Commit"), p.gitCommit.left(12));
        add(tr("Uncommitted changes"), changes(run));
        add(tr("Host"), p.host);
        add(tr("User"), p.user);
        add(tr("System"), p.os);
        add(tr("Processor"), p.cpu);
        add(tr("Threads"), p.threads > 0 ? Format::count(p.threads) : QString());
        for (const tracking::DatasetInput &input : run.inputs) {
            add(tr("Data: %1").arg(input.role), input.digest);
            add(tr("Path: %1").arg(input.role), input.path);
        }
        for (const auto &[name, version] : p.libraries)
            add(name, version);
    }

private:
    void add(const QString &name, const QString &value) { all.emplace_back(name, value); }

    /// By their digest where they were kept, so that two runs with the same changes are seen to have the same.
    static QString changes(const tracking::RunDetails &run)
    {
        for (const tracking::Artifact &artifact : run.artifacts)
            if (artifact.name == QLatin1String("changes.diff"))
                return tr("yes (%1)", "uncommitted changes, digest").arg(artifact.sha256.left(12));
        if (run.provenance.gitCommit.isEmpty())
            return {};
        return run.provenance.gitDirty ? tr("yes", "uncommitted changes") : tr("none", "uncommitted changes");
    }
};

} // namespace

void EnvironmentModel::setRuns(const std::vector<tracking::RunDetails> &runs)
{
    std::vector<QString> names;
    std::vector<std::map<QString, QString>> values;
    m_header = {{.text = tr("Fact")}};
    for (const tracking::RunDetails &run : runs) {
        m_header.push_back({.text = run.run.name, .toolTip = run.run.id.value});
        auto &own = values.emplace_back();
        for (auto &[name, value] : Facts(run).all) {
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
            own[name] = value;
        }
    }
    m_all.clear();
    m_differences = 0;
    for (const QString &name : names) {
        const QString first = values.front()[name];
        const bool differs = std::ranges::any_of(values, [&](auto &own) { return own[name] != first; });
        m_differences += differs;
        std::vector<Cell> row{{.text = name, .marked = differs}};
        for (auto &own : values) {
            const QString value = own[name];
            row.push_back(
                {.text = value.isEmpty() ? Format::number(std::nullopt) : value, .toolTip = value, .marked = differs});
        }
        m_all.push_back(std::move(row));
    }
    show();
}

void EnvironmentModel::setOnlyDifferences(bool only)
{
    m_onlyDifferences = only;
    show();
}

void EnvironmentModel::show()
{
    Grid rows;
    std::ranges::copy_if(m_all, std::back_inserter(rows),
                         [this](const auto &row) { return !m_onlyDifferences || row.front().marked; });
    setGrid(m_header, std::move(rows));
}

} // namespace assay::ui
