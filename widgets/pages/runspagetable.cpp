// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runspagetable.h"

#include "widgets/models/runsmodel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>

namespace assay::ui {

namespace {

/// Rows of one height, whether a run is at hand or not and whatever columns a view shows. What somebody types in a cell
/// stays when figures of its row arrive meanwhile.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int air = 11; // [px]
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + air};
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        const auto *line = qobject_cast<const QLineEdit *>(editor);
        if (!line || !line->isModified())
            QStyledItemDelegate::setEditorData(editor, index);
    }
};

const QString rowStyle = QStringLiteral("QTreeView::item { padding: 0; }");

void furnish(QTreeView *view)
{
    view->setItemDelegate(new RowDelegate(view));
    view->setUniformRowHeights(true);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setExpandsOnDoubleClick(false);
    view->setAllColumnsShowFocus(true);
    view->header()->setSectionsClickable(true);
    view->header()->setSortIndicatorShown(true);
    view->header()->setStretchLastSection(false);
    view->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    view->header()->setMinimumSectionSize(24);
}

} // namespace

RunsTable::RunsTable(RunsModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_frozen(new QTreeView(this))
{
    setModel(model);
    furnish(this);
    setStyleSheet(rowStyle);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    header()->setSectionsMovable(true);
    buildFrozen();
}

void RunsTable::buildFrozen()
{
    m_frozen->setObjectName(QStringLiteral("pinnedColumns"));
    m_frozen->setAccessibleName(tr("Pinned columns"));
    m_frozen->setModel(m_model);
    m_frozen->setSelectionModel(selectionModel());
    furnish(m_frozen);
    m_frozen->setStyleSheet(rowStyle +
                            QStringLiteral("QTreeView { border: none; border-right: 1px solid palette(mid); }"));
    m_frozen->setFrameShape(QFrame::NoFrame);
    m_frozen->setEditTriggers(NoEditTriggers);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setFocusPolicy(Qt::NoFocus); // the table beneath has the keyboard
    m_frozen->viewport()->setFocusProxy(this);
    m_frozen->viewport()->installEventFilter(this);
    m_frozen->setContextMenuPolicy(Qt::CustomContextMenu);
    m_frozen->header()->setSectionsMovable(false);
    m_frozen->hide();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(this, &QTreeView::expanded, m_frozen, &QTreeView::expand);
    connect(this, &QTreeView::collapsed, m_frozen, &QTreeView::collapse);
    connect(m_frozen, &QTreeView::expanded, this, &QTreeView::expand);
    connect(m_frozen, &QTreeView::collapsed, this, &QTreeView::collapse);
    connect(m_frozen, &QTreeView::doubleClicked, this, &QTreeView::doubleClicked);
    connect(m_frozen, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        emit customContextMenuRequested(viewport()->mapFromGlobal(m_frozen->viewport()->mapToGlobal(at)));
    });
    connect(m_frozen->header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        emit header()->customContextMenuRequested(header()->mapFromGlobal(m_frozen->header()->mapToGlobal(at)));
    });
    connect(m_frozen->header(), &QHeaderView::sectionClicked, this, [this](int section) {
        const bool again = header()->sortIndicatorSection() == section;
        const bool down = again && header()->sortIndicatorOrder() == Qt::AscendingOrder;
        header()->setSortIndicator(section, down ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    for (auto changed : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(header(), changed, this, &RunsTable::showFrozen);
    connect(m_frozen->header(), &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (!m_syncing && m_frozen->isVisible() && size > 0)
            header()->resizeSection(section, size);
    });
}

void RunsTable::setPinned(int columns)
{
    m_pinned = columns;
    showFrozen();
}

void RunsTable::setNested(bool on)
{
    setRootIsDecorated(on);
    m_frozen->setRootIsDecorated(on);
}

void RunsTable::showFrozen()
{
    const QHeaderView *own = header();
    const bool shown = m_pinned > 0 && horizontalScrollBar()->value() > 0;
    if (!shown) {
        m_frozen->hide();
        return;
    }
    const QScopedValueRollback syncing(m_syncing, true);
    int width = 0;
    for (int visual = 0; visual < own->count(); ++visual) {
        const int section = own->logicalIndex(visual);
        const bool isPinned = visual < m_pinned && !own->isSectionHidden(section);
        m_frozen->setColumnHidden(section, !isPinned);
        if (!isPinned)
            continue;
        m_frozen->header()->moveSection(m_frozen->header()->visualIndex(section), visual);
        m_frozen->header()->resizeSection(section, own->sectionSize(section));
        width += own->sectionSize(section);
    }
    m_frozen->header()->setSortIndicator(own->sortIndicatorSection(), own->sortIndicatorOrder());
    m_frozen->header()->setFixedHeight(own->height());
    const QRect area = viewport()->geometry();
    width = std::min(width + 1, area.width());
    const int left = isRightToLeft() ? area.right() + 1 - width : area.left();
    m_frozen->setGeometry(left, frameWidth(), width, area.height() + own->height());
    m_frozen->show();
    m_frozen->raise();
    m_frozen->verticalScrollBar()->setValue(verticalScrollBar()->value());
}

void RunsTable::updateGeometries()
{
    QTreeView::updateGeometries();
    if (m_frozen)
        showFrozen();
}

void RunsTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    showFrozen();
    emit moved();
}

void RunsTable::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (dx != 0)
        showFrozen();
    emit moved();
}

bool RunsTable::isStar(const QModelIndex &index) const
{
    return index.isValid() && !m_model->group(index) &&
           m_model->columns()[static_cast<std::size_t>(index.column())].kind == RunColumn::Favourite;
}

void RunsTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && isStar(index))
        emit starClicked(index);
}

bool RunsTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_frozen->viewport()) {
        if (event->type() == QEvent::MouseButtonPress)
            setFocus(Qt::MouseFocusReason);
        if (event->type() == QEvent::MouseButtonRelease) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            const QModelIndex index = m_frozen->indexAt(mouse->position().toPoint());
            if (mouse->button() == Qt::LeftButton && mouse->modifiers() == Qt::NoModifier && isStar(index))
                emit starClicked(index);
        }
    }
    return QTreeView::eventFilter(watched, event);
}

} // namespace assay::ui
