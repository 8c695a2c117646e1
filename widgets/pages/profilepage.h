// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/pages/page.h"

class QComboBox;
class QLabel;
class QListWidget;
class QSortFilterProxyModel;
class QTableView;
class QTreeWidget;

namespace assay::ui {

class ChartView;
class PageHeader;
class ProfileModel;

/// What is in a data set: a row a column, the distribution of the chosen one, warnings, and what is to be predicted.
class ProfilePage : public Page
{
    Q_OBJECT
public:
    ProfilePage(Shell &shell, DatasetPtr dataset, QWidget *parent = nullptr);

    QString title() const override;
    QString key() const override;
    QString command() const override;
    QString inspectorText() const override;

    QString target() const;

private:
    QWidget *buildColumns();
    QWidget *buildSide();
    QLayout *buildWarnings();
    void fillTargets();
    void setTarget(const QString &target);
    void showProfile(engine::Profile profile);
    void showColumn(int row);
    void showWarnings();
    void selectColumn(const std::string &column);

    DatasetPtr m_dataset;
    ProfileModel *m_model;
    QSortFilterProxyModel *m_sorted;
    PageHeader *m_header;
    QComboBox *m_target;
    QTableView *m_table = nullptr;
    QLabel *m_warningsTitle = nullptr;
    QListWidget *m_warnings = nullptr;
    ChartView *m_chart = nullptr;
    QTreeWidget *m_top = nullptr;
    JobRunner m_profiler;
};

} // namespace assay::ui
