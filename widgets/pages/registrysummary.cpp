// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/registrysummary.h"

#include "widgets/models/format.h"
#include "widgets/models/registrymodels.h"
#include "widgets/pages/notesview.h"

namespace assay::ui {

namespace {

struct Summary
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::RegistrySummary)
public:
    static QString row(const QString &name, const QString &value)
    {
        return value.isEmpty() ? QString()
                               : QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td>%2</td></tr>")
                                     .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    static QString section(const QString &title, const QString &rows)
    {
        return rows.isEmpty() ? QString() : QStringLiteral("<h4>%1</h4><table>%2</table>").arg(title, rows);
    }

    static QString facts(const tracking::ModelVersion &version)
    {
        return row(tr("Stage"), stageText(version.stage)) +
               row(tr("Aliases"), version.aliases.join(QStringLiteral(", "))) +
               row(tr("Registered"), Format::dateTime(version.created)) +
               row(tr("Artifact"), version.bytes > 0
                                       ? tr("%1, %2", "name, size").arg(version.artifact, Format::bytes(version.bytes))
                                       : version.artifact) +
               row(tr("SHA-256"), version.sha256) + row(tr("Taken over from"), version.source);
    }

    static QString origin(const tracking::Lineage &lineage)
    {
        QString rows = row(
            tr("Run"), lineage.version.runName.isEmpty()
                           ? tr("%1, no longer in the store").arg(lineage.version.run.value.left(8))
                           : tr("%1 (%2)", "name, id").arg(lineage.version.runName, lineage.version.run.value.left(8)));
        if (lineage.version.run.isNull())
            rows.clear();
        for (const tracking::DatasetInput &input : lineage.inputs) {
            rows += row(
                input.role,
                tr("%1: %2 rows, %3 columns").arg(input.name, Format::count(input.rows), Format::count(input.columns)));
            rows += row(tr("Digest"), input.digest);
        }
        return rows;
    }

    static QString metrics(const tracking::Lineage &lineage)
    {
        QString rows;
        if (lineage.run)
            for (const auto &[key, value] : lineage.run->run.metrics)
                rows += row(Format::metric(key), Format::number(value));
        return rows;
    }
};

} // namespace

QString versionHtml(const tracking::Lineage &lineage)
{
    const tracking::ModelVersion &version = lineage.version;
    QString tags;
    for (const auto &[key, value] : version.tags)
        tags += Summary::row(key, value);
    QString html = QStringLiteral("<h3>%1</h3>").arg(Summary::tr("Version %1").arg(version.number).toHtmlEscaped());
    if (!version.note.isEmpty())
        html += noteHtml(version.note);
    return html + QStringLiteral("<table>%1</table>").arg(Summary::facts(version)) +
           Summary::section(Summary::tr("Lineage"), Summary::origin(lineage)) +
           Summary::section(Summary::tr("Metrics of the run"), Summary::metrics(lineage)) +
           Summary::section(Summary::tr("Tags"), tags);
}

} // namespace assay::ui
