// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/driftmodel.h"
#include "widgets/pages/page.h"

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace assay::ui {

class Banner;
class ChartTabs;
class EmptyPane;
class PageHeader;

/// Does today's data still look like the training data? Columns by how far they moved, with the verdict of a test, and
/// both distributions of the chosen column over each other. A file dropped anywhere on the page is imported and becomes
/// the data that is missing, or the current data.
class DriftPage : public Page
{
    Q_OBJECT
public:
    DriftPage(Shell &shell, DatasetPtr reference, DatasetPtr current, QWidget *parent = nullptr);
    ~DriftPage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    QString inspectorText() const override;
    bool dropFiles(const QStringList &paths) override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *choices();
    void showDatasets();
    void chooseFile(DatasetPtr DriftPage::*target);
    void importFile(const QString &path, DatasetPtr DriftPage::*target);
    void compare();
    void show(engine::DriftReport report);
    void showColumn();
    QString summary() const;

    DatasetPtr m_reference, m_current;
    std::optional<engine::DriftReport> m_report;
    JobRunner m_import, m_compare;

    DriftModel *m_model;
    QSortFilterProxyModel *m_sorted;
    PageHeader *m_heading;
    QPushButton *m_open;
    QPushButton *m_next;
    QComboBox *m_referenceBox, *m_currentBox;
    QLabel *m_summary;
    Banner *m_warnings;
    QTableView *m_table;
    ChartTabs *m_charts;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
