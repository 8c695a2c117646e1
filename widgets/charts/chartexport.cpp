// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartexport.h"

#include "widgets/charts/chartdatadialog.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/svg.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

namespace assay::ui {

namespace {

QString writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return ChartExport::tr("%1 could not be written: %2. Choose another folder.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    return {};
}

QByteArray svgOf(const ChartView &view)
{
    ChartSpec spec = view.spec();
    for (const ChartMarker &marker : view.markers()) {
        if (marker.x && marker.y)
            spec.series.push_back(
                {.name = marker.label, .kind = SeriesKind::Scatter, .x = {*marker.x}, .y = {*marker.y}, .slot = 6});
        else if (marker.x)
            spec.marks.push_back({.vertical = true, .at = *marker.x, .label = marker.label});
    }
    return standaloneSvg(spec, {.width = double(view.width()), .height = double(view.height()), .linePoints = 4000},
                         view.isDark());
}

/// A file name from a title: letters and digits of any script.
QString fileName(const QString &title)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString name = title.toLower().replace(others, QStringLiteral("-")).left(60);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("chart") : name;
}

} // namespace

ChartExport::ChartExport(ChartView *view, QMenu *menu)
    : QObject(view)
    , m_view(view)
    , m_copyPicture(menu->addAction(QString(), this, &ChartExport::copyPicture))
    , m_png(menu->addAction(QString(), this,
                            [this] {
                                saveAs(QStringLiteral("png"), tr("PNG picture (*.png)"),
                                       [this](const QString &p) { return savePng(p); });
                            }))
    , m_svg(menu->addAction(QString(), this,
                            [this] {
                                saveAs(QStringLiteral("svg"), tr("SVG drawing (*.svg)"),
                                       [this](const QString &p) { return saveSvg(p); });
                            }))
    , m_pdf(menu->addAction(QString(), this,
                            [this] {
                                saveAs(QStringLiteral("pdf"), tr("PDF document (*.pdf)"),
                                       [this](const QString &p) { return savePdf(p); });
                            }))
    , m_copyData(nullptr)
    , m_csv(nullptr)
    , m_table(nullptr)
    , m_reset(nullptr)
{
    menu->addSeparator();
    m_copyData = menu->addAction(QString(), this, &ChartExport::copyData);
    m_csv = menu->addAction(QString(), this, [this] {
        saveAs(QStringLiteral("csv"), tr("Comma-separated values (*.csv)"),
               [this](const QString &p) { return saveCsv(p); });
    });
    m_table = menu->addAction(QString(), this, &ChartExport::showTable);
    menu->addSeparator();
    m_reset = menu->addAction(QString(), view, &ChartView::resetView);
    retranslate();
}

void ChartExport::retranslate()
{
    m_copyPicture->setText(tr("&Copy as picture"));
    m_png->setText(tr("Save as &PNG…"));
    m_svg->setText(tr("Save as &SVG…"));
    m_pdf->setText(tr("Save as P&DF…"));
    m_copyData->setText(tr("Copy d&ata"));
    m_csv->setText(tr("Save data as CS&V…"));
    m_table->setText(tr("Show data &table"));
    m_reset->setText(tr("Show &all"));
}

void ChartExport::copyPicture() const
{
    auto *data = new QMimeData;
    data->setImageData(m_view->picture(2));
    data->setData(QStringLiteral("image/svg+xml"), svgOf(*m_view));
    QGuiApplication::clipboard()->setMimeData(data);
}

/// Tabs between cells, as spreadsheets paste them.
void ChartExport::copyData() const
{
    const ChartTable table = dataTable(m_view->spec());
    QString text = table.header.join(u'\t') + u'\n';
    for (const QStringList &row : table.rows)
        text += row.join(u'\t') + u'\n';
    QGuiApplication::clipboard()->setText(text);
}

void ChartExport::showTable() const
{
    auto *dialog = new ChartDataDialog(m_view->spec(), m_view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

QString ChartExport::savePng(const QString &path) const
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    m_view->picture(2).save(&buffer, "PNG");
    return writeFile(path, content);
}

QString ChartExport::saveSvg(const QString &path) const
{
    return writeFile(path, svgOf(*m_view));
}

QString ChartExport::savePdf(const QString &path) const
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(m_view->spec().title);
        pdf.setResolution(288);
        // A page of the chart's own size, 96 pixels an inch.
        pdf.setPageSize(QPageSize(QSizeF(m_view->size()) * 0.75, QPageSize::Point));
        pdf.setPageMargins({});
        QPainter painter(&pdf);
        m_view->paintTo(painter, QRectF(0, 0, pdf.width(), pdf.height()));
    }
    return writeFile(path, content);
}

QString ChartExport::saveCsv(const QString &path) const
{
    return writeFile(path, toCsv(dataTable(m_view->spec())).toUtf8());
}

void ChartExport::saveAs(const QString &suffix, const QString &filter,
                         const std::function<QString(const QString &)> &save)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(
        m_view, tr("Save chart"), QDir(folder).filePath(fileName(m_view->spec().title) + u'.' + suffix), filter);
    if (path.isEmpty())
        return;
    if (const QString problem = save(path); !problem.isEmpty())
        QMessageBox::warning(m_view, tr("Save chart"), problem);
}

} // namespace assay::ui
