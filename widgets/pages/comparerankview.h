// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/comparecharts.h"

#include <QWidget>

namespace assay::ui {

/// The critical-difference diagram of runs that were scored on the same folds.
class CompareRankView : public QWidget
{
    Q_OBJECT
public:
    CompareRankView(engine::RankTest test, QStringList names, QWidget *parent = nullptr);

    const ScenePicture &picture() const { return m_picture; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();

    engine::RankTest m_test;
    QStringList m_names;
    ScenePicture m_picture;
};

} // namespace assay::ui
