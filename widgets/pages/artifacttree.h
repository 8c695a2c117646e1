// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <QTreeWidget>

namespace assay::ui {

/// The artifacts of a run in their folders, with kind and size. Files dropped on it are offered to be added.
class ArtifactTree : public QTreeWidget
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Size };

    explicit ArtifactTree(QWidget *parent = nullptr);

    /// What is selected and open stays so.
    void setArtifacts(const std::vector<tracking::Artifact> &artifacts);
    /// Those that are selected, and all in folders that are.
    std::vector<tracking::Artifact> selectedArtifacts() const;
    /// The one that is looked at; none for a folder.
    const tracking::Artifact *currentArtifact() const;
    /// Goes to the artifact called @p name.
    void setCurrentArtifact(const QString &name);

signals:
    void currentArtifactChanged();
    void filesDropped(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QTreeWidgetItem *folder(const QString &path);

    std::vector<tracking::Artifact> m_artifacts;
    QHash<QString, QTreeWidgetItem *> m_folders;
};

} // namespace assay::ui
