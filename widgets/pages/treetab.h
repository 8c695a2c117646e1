// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace assay::ui {

class EmptyPane;
class TreeView;

/// The drawing of a run's decision tree, with how many levels are shown, what the chosen node says, and the drawing as
/// a file.
class TreeTab : public QWidget
{
    Q_OBJECT
public:
    explicit TreeTab(Shell &shell, QWidget *parent = nullptr);
    ~TreeTab() override;

    /// @p classes in the order of the nodes' shares; none for a regression.
    void setRun(const tracking::RunId &run, const QString &name, const QStringList &classes);
    /// Reads the tree, unless that was done.
    void start();

    // Each returns an empty text, or a sentence that says why the file could not be written.
    QString savePng(const QString &path) const;
    QString saveSvg(const QString &path) const;

private:
    QWidget *bar();
    void showTree(std::vector<engine::TreeNode> nodes);
    void saveAs(const QString &suffix, const QString &filter);
    void copyPicture() const;

    Shell &m_shell;
    tracking::RunId m_run;
    QString m_name;
    QStringList m_classes;
    bool m_tried = false;
    JobRunner m_load;

    TreeView *m_view;
    QSpinBox *m_levels;
    QToolButton *m_save;
    QLabel *m_summary, *m_node;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
