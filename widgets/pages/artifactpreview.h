// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/pages/artifactreading.h"
#include "widgets/shell.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;
class QTreeWidget;
class QTreeWidgetItem;

namespace assay::ui {

class EmptyPane;
class PreviewModel;

/// An artifact as it looks: text, JSON as a tree, a table's first rows, a picture, or bytes. Read off the window's
/// thread, of a large one only the beginning.
class ArtifactPane : public QWidget
{
    Q_OBJECT
public:
    explicit ArtifactPane(Shell &shell, QWidget *parent = nullptr);

    void show(const tracking::Artifact &artifact);
    /// Nothing to look at, and why.
    void explain(const QString &title, const QString &text, const QString &action = {});
    /// What is shown, as one line: kind, size, encoding.
    QString about() const;

signals:
    void actionTriggered();

private:
    void build();
    void load();
    void showPreview(const ArtifactPreview &preview);
    void showImage(const ArtifactPreview &preview);
    void showJson(const std::shared_ptr<const Json> &json);
    void fill(QTreeWidgetItem *item);
    QString aboutText(const ArtifactPreview &preview) const;

    Shell &m_shell;
    tracking::Artifact m_artifact;
    std::shared_ptr<const Json> m_json;
    QStackedWidget *m_sides;
    EmptyPane *m_empty;
    QPlainTextEdit *m_text;
    QTableView *m_table;
    PreviewModel *m_rows;
    QTreeWidget *m_tree;
    QLabel *m_image;
    QLabel *m_about;
    QComboBox *m_encoding;
    QComboBox *m_look; ///< JSON as tree or text
    JobRunner m_reading;
};

} // namespace assay::ui
