// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/picturemenu.h"

#include "widgets/charts/charttable.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgGenerator>
#include <QWidget>

namespace assay::ui {

namespace {

struct PictureMenu
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::PictureMenu)
};

QImage picture(QWidget *widget)
{
    QImage image(widget->size() * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(widget->palette().color(QPalette::Base));
    widget->render(&image);
    return image;
}

QByteArray drawn(QWidget *widget, const QString &suffix)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    if (suffix == QLatin1String("png")) {
        picture(widget).save(&buffer, "PNG");
    } else if (suffix == QLatin1String("svg")) {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(widget->size());
        svg.setViewBox(widget->rect());
        svg.setTitle(widget->accessibleName());
        svg.setDescription(widget->accessibleDescription());
        widget->render(&svg);
    } else {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(widget->accessibleName());
        pdf.setResolution(288);
        pdf.setPageSize(QPageSize(QSizeF(widget->size()) * 0.75, QPageSize::Point));
        pdf.setPageMargins({});
        QPainter painter(&pdf);
        painter.scale(static_cast<double>(pdf.width()) / widget->width(),
                      static_cast<double>(pdf.height()) / widget->height());
        widget->render(&painter);
    }
    return content;
}

void save(QWidget *widget, const QString &fileName, const QString &suffix, const QByteArray &content)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path =
        QFileDialog::getSaveFileName(widget, PictureMenu::tr("Save chart"),
                                     QDir(folder).filePath(fileName + u'.' + suffix), QStringLiteral("*.") + suffix);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        QMessageBox::warning(widget, PictureMenu::tr("Save chart"),
                             PictureMenu::tr("%1 could not be written: %2. Choose another folder.")
                                 .arg(QDir::toNativeSeparators(path), file.errorString()));
}

QString tabbed(const ChartTable &table)
{
    QString text = table.header.join(u'\t') + u'\n';
    for (const QStringList &row : table.rows)
        text += row.join(u'\t') + u'\n';
    return text;
}

} // namespace

QMenu *addPictureMenu(QWidget *widget, const QString &fileName, std::function<ChartTable()> table)
{
    auto *menu = new QMenu(widget);
    menu->addAction(PictureMenu::tr("&Copy as picture"), widget,
                    [widget] { QApplication::clipboard()->setImage(picture(widget)); });
    for (const QString &suffix : {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")})
        menu->addAction(PictureMenu::tr("Save as %1…").arg(suffix.toUpper()), widget,
                        [=] { save(widget, fileName, suffix, drawn(widget, suffix)); });
    menu->addSeparator();
    menu->addAction(PictureMenu::tr("Copy d&ata"), widget,
                    [table] { QApplication::clipboard()->setText(tabbed(table())); });
    menu->addAction(PictureMenu::tr("Save data as CS&V…"), widget,
                    [=] { save(widget, fileName, QStringLiteral("csv"), toCsv(table()).toUtf8()); });
    widget->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(widget, &QWidget::customContextMenuRequested, menu,
                     [=](const QPoint &at) { menu->popup(widget->mapToGlobal(at)); });
    return menu;
}

} // namespace assay::ui
