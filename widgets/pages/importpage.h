// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/pages/page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QTableView;
class QTreeWidget;

namespace assay::ui {

class PageHeader;
class PreviewDelegate;
class PreviewModel;
class RejectedModel;

/// The import sheet: the first 200 rows as written and as read, and all that can be said about how to read them. Every
/// change reads again.
class ImportPage : public Page
{
    Q_OBJECT
public:
    ImportPage(Shell &shell, QString path, QWidget *parent = nullptr);

    QString title() const override;
    QString key() const override;
    QString command() const override;
    QString inspectorText() const override;

    const engine::ReadOptions &options() const { return m_options; }

private:
    QWidget *buildControls();
    QWidget *buildTable();
    QWidget *buildSide();
    QComboBox *addChoice(QWidget *parent, const QString &name, const QString &label, const QString &help,
                         const std::vector<std::pair<QString, QString>> &choices);
    void readOptions();
    void readAgain();
    void showPreview(Result<engine::ReadPreview> preview);
    void showKinds();
    void showFailure(const Error &error);
    void setKind(const std::string &column, std::optional<engine::Kind> kind);
    void askForKind(int section);
    void importNow();
    void setRowHeights();
    QString dialectText() const;

    QString m_path;
    engine::ReadOptions m_options;
    PageHeader *m_header;
    QComboBox *m_delimiter = nullptr, *m_decimal = nullptr, *m_encoding = nullptr, *m_dates = nullptr,
              *m_shown = nullptr;
    QCheckBox *m_noHeader = nullptr;
    QLineEdit *m_missing = nullptr;
    QProgressBar *m_busy = nullptr;
    QLabel *m_failure = nullptr;
    QTableView *m_table = nullptr;
    QTreeWidget *m_kinds = nullptr;
    QLabel *m_rejectedTitle = nullptr;
    QTableView *m_rejectedTable = nullptr;
    PreviewModel *m_preview;
    PreviewDelegate *m_delegate;
    RejectedModel *m_rejected;
    QTimer m_busyTimer;
    JobRunner m_reader;
    JobRunner m_importer;
};

} // namespace assay::ui
