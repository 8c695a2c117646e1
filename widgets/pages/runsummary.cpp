// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runsummary.h"

#include "tracking/provenance.h"
#include "widgets/models/format.h"
#include "widgets/pages/notesview.h"

#include <QRegularExpression>

namespace assay::ui {

namespace {

/// Sentences and headings of the inspector's text.
struct Summary
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::RunSummary)
public:
    static QString row(const QString &name, const QString &value)
    {
        return QStringLiteral("<tr><td style='padding-right:8px'>%1</td><td>%2</td></tr>")
            .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }

    static QString section(const QString &title, const QString &rows)
    {
        return rows.isEmpty() ? QString() : QStringLiteral("<h4>%1</h4><table>%2</table>").arg(title, rows);
    }

    static QString facts(const tracking::Run &run)
    {
        return row(tr("Status"), Format::status(run.status)) + row(tr("Model"), Format::model(run.model)) +
               row(tr("Experiment"), run.experiment) + row(tr("Started"), Format::dateTime(run.start)) +
               row(tr("Duration"), Format::duration(run)) + row(tr("Id"), run.id.value.left(8));
    }

    static QString inputs(const tracking::RunDetails &details)
    {
        QString rows;
        for (const tracking::DatasetInput &input : details.inputs) {
            rows += row(
                input.role,
                tr("%1: %2 rows, %3 columns").arg(input.name, Format::count(input.rows), Format::count(input.columns)));
            rows += row(tr("Path"), input.path) + row(tr("Digest"), input.digest);
        }
        return rows;
    }

    static QString artifacts(const tracking::RunDetails &details)
    {
        QString rows;
        for (const tracking::Artifact &artifact : details.artifacts)
            rows +=
                row(artifact.name, tr("%1, sha256 %2…").arg(Format::bytes(artifact.bytes), artifact.sha256.left(12)));
        return rows;
    }

    static QString machine(const tracking::Provenance &provenance)
    {
        QString rows = row(tr("Program"), provenance.program);
        if (tracking::hasSeed(provenance))
            rows += row(tr("Seed"), QString::number(provenance.seed));
        if (!provenance.gitCommit.isEmpty())
            rows += row(tr("Commit"), provenance.gitDirty ? tr("%1, with changes").arg(provenance.gitCommit.left(12))
                                                          : provenance.gitCommit.left(12));
        const auto known = [](const QString &name, const QString &value) {
            return value.isEmpty() ? QString() : row(name, value);
        };
        rows += known(tr("Host"), provenance.host) + known(tr("User"), provenance.user) +
                known(tr("System"), provenance.os) + known(tr("Processor"), provenance.cpu);
        if (provenance.threads > 0)
            rows += row(tr("Threads"), Format::count(provenance.threads));
        for (const auto &[name, version] : provenance.libraries)
            rows += row(name, version);
        return rows;
    }

    static QString details(const tracking::RunDetails &details)
    {
        QString html =
            QStringLiteral("<table>%1%2</table>").arg(facts(details.run), row(tr("Full id"), details.run.id.value));
        html += section(tr("Data"), inputs(details));
        if (!details.provenance.commandLine.isEmpty())
            html += QStringLiteral("<h4>%1</h4><p><code>%2</code></p>")
                        .arg(tr("Run it again"), details.provenance.commandLine.toHtmlEscaped());
        return html + section(tr("Artifacts"), artifacts(details)) +
               section(tr("Made with"), machine(details.provenance));
    }

    static QString html(const tracking::Run &run)
    {
        QString metrics, params, tags;
        for (const auto &[key, value] : run.metrics)
            metrics += row(Format::metric(key), Format::number(value));
        for (const auto &[key, value] : run.params)
            params += row(text(key), Format::parameter(value));
        for (const auto &[key, value] : run.tags)
            tags += row(key, value);
        QString html = QStringLiteral("<h3>%1</h3>").arg(run.name.toHtmlEscaped());
        if (!run.error.isEmpty())
            html += QStringLiteral("<p><b>%1</b></p>").arg(run.error.toHtmlEscaped());
        html += QStringLiteral("<table>%1</table>").arg(facts(run));
        if (!run.note.isEmpty())
            html += noteHtml(run.note);
        return html + section(tr("Metrics"), metrics) + section(tr("Parameters"), params) + section(tr("Tags"), tags);
    }
};

} // namespace

QString runSummaryHtml(const tracking::Run &run)
{
    return Summary::html(run);
}

QString runFactsHtml(const tracking::RunDetails &details)
{
    return Summary::details(details);
}

std::vector<tracking::RunId> idsOf(const std::vector<tracking::Run> &runs)
{
    std::vector<tracking::RunId> ids;
    for (const tracking::Run &run : runs)
        ids.push_back(run.id);
    return ids;
}

QString shellQuoted(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=@%+,-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

} // namespace assay::ui
