// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/charttable.h"

#include <QObject>
#include <QString>
#include <functional>

class QAction;
class QMenu;

namespace assay::ui {

class ChartView;

/// The menu every chart has: its picture and its data, copied, saved and shown.
class ChartExport : public QObject
{
    Q_OBJECT

public:
    ChartExport(ChartView *view, QMenu *menu);

    void retranslate();
    void copyPicture() const;
    void copyData() const;
    void showTable() const;

    // Each returns an empty text, or a sentence that says why the file could not be written.
    QString savePng(const QString &path) const;
    QString saveSvg(const QString &path) const;
    QString savePdf(const QString &path) const;
    QString saveCsv(const QString &path) const;

private:
    void saveAs(const QString &suffix, const QString &filter, const std::function<QString(const QString &)> &save);

    ChartView *m_view;
    QAction *m_copyPicture;
    QAction *m_png;
    QAction *m_svg;
    QAction *m_pdf;
    QAction *m_copyData;
    QAction *m_csv;
    QAction *m_table;
    QAction *m_reset;
};

} // namespace assay::ui
