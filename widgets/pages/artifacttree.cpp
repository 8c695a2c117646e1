// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/artifacttree.h"

#include "widgets/models/format.h"
#include "widgets/pages/tables.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QSet>
#include <QSignalBlocker>
#include <QStyle>

namespace assay::ui {

namespace {

constexpr int indexRole = Qt::UserRole;     ///< into the artifacts; −1 for a folder
constexpr int pathRole = Qt::UserRole + 1;  ///< the full name
constexpr int bytesRole = Qt::UserRole + 2; ///< of a folder those of all in it

template<class Visit>
void visitAll(QTreeWidgetItem *item, Visit visit)
{
    visit(item);
    for (int i = 0; i < item->childCount(); ++i)
        visitAll(item->child(i), visit);
}

bool hasFiles(const QDropEvent &event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return std::ranges::any_of(urls, &QUrl::isLocalFile);
}

} // namespace

ArtifactTree::ArtifactTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("artifactTree"));
    setAccessibleName(tr("Artifacts of the run"));
    setHeaderLabels({tr("Name"), tr("Kind"), tr("Size")});
    headerItem()->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    setAcceptDrops(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Kind, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Size, QHeaderView::ResizeToContents);
    makeCopyable(this);
    connect(this, &QTreeWidget::currentItemChanged, this, &ArtifactTree::currentArtifactChanged);
}

QTreeWidgetItem *ArtifactTree::folder(const QString &path)
{
    if (path.isEmpty())
        return invisibleRootItem();
    if (QTreeWidgetItem *known = m_folders.value(path))
        return known;
    auto *item = new QTreeWidgetItem(folder(path.contains(u'/') ? path.section(u'/', 0, -2) : QString()),
                                     {path.section(u'/', -1)});
    item->setIcon(Name, style()->standardIcon(QStyle::SP_DirIcon));
    item->setData(Name, indexRole, -1);
    item->setData(Name, pathRole, path);
    item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    item->setExpanded(true);
    return *m_folders.insert(path, item);
}

void ArtifactTree::setArtifacts(const std::vector<tracking::Artifact> &artifacts)
{
    if (artifacts == m_artifacts)
        return;
    const QString current = currentItem() ? currentItem()->data(Name, pathRole).toString() : QString();
    QSet<QString> closed;
    for (auto item = m_folders.constBegin(); item != m_folders.constEnd(); ++item)
        if (!item.value()->isExpanded())
            closed.insert(item.key());
    {
        const QSignalBlocker blocker(this);
        clear();
        m_folders.clear();
        m_artifacts = artifacts;
        for (std::size_t i = 0; i < m_artifacts.size(); ++i) {
            const tracking::Artifact &one = m_artifacts[i];
            const QString above = one.name.contains(u'/') ? one.name.section(u'/', 0, -2) : QString();
            auto *item =
                new QTreeWidgetItem(folder(above), {one.name.section(u'/', -1), one.kind, Format::bytes(one.bytes)});
            item->setIcon(Name, style()->standardIcon(QStyle::SP_FileIcon));
            item->setData(Name, indexRole, static_cast<int>(i));
            item->setData(Name, pathRole, one.name);
            item->setToolTip(Name, tr("%1\nSHA-256 %2").arg(one.name, one.sha256));
            item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
            for (QTreeWidgetItem *up = item->parent(); up; up = up->parent())
                up->setData(Name, bytesRole, up->data(Name, bytesRole).toLongLong() + one.bytes);
        }
        for (QTreeWidgetItem *item : std::as_const(m_folders)) {
            item->setText(Size, Format::bytes(item->data(Name, bytesRole).toLongLong()));
            item->setExpanded(!closed.contains(item->data(Name, pathRole).toString()));
        }
    }
    setCurrentArtifact(current);
    emit currentArtifactChanged();
}

std::vector<tracking::Artifact> ArtifactTree::selectedArtifacts() const
{
    QSet<int> chosen;
    const auto items = selectedItems();
    for (QTreeWidgetItem *item : items)
        visitAll(item, [&](QTreeWidgetItem *each) { chosen.insert(each->data(Name, indexRole).toInt()); });
    std::vector<tracking::Artifact> artifacts;
    for (std::size_t i = 0; i < m_artifacts.size(); ++i)
        if (chosen.contains(static_cast<int>(i)))
            artifacts.push_back(m_artifacts[i]);
    return artifacts;
}

const tracking::Artifact *ArtifactTree::currentArtifact() const
{
    const int index = currentItem() ? currentItem()->data(Name, indexRole).toInt() : -1;
    return index < 0 ? nullptr : &m_artifacts[static_cast<std::size_t>(index)];
}

void ArtifactTree::setCurrentArtifact(const QString &name)
{
    QTreeWidgetItem *found = nullptr;
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < topLevelItemCount(); ++i)
        visitAll(topLevelItem(i), [&](QTreeWidgetItem *item) {
            if (item->data(Name, pathRole).toString() == name)
                found = item;
            if (!first && item->data(Name, indexRole).toInt() >= 0)
                first = item;
        });
    setCurrentItem(found ? found : first);
}

void ArtifactTree::dragEnterEvent(QDragEnterEvent *event)
{
    if (hasFiles(*event))
        event->acceptProposedAction();
}

void ArtifactTree::dragMoveEvent(QDragMoveEvent *event)
{
    if (hasFiles(*event))
        event->acceptProposedAction();
}

void ArtifactTree::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(paths);
}

} // namespace assay::ui
