// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/treeview.h"

#include "widgets/charts/palette.h"
#include "widgets/controls/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double border = 16;
constexpr double smallestScale = 0.02, largestScale = 3, readableScale = 0.55;

} // namespace

TreeView::TreeView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 180);
    setMouseTracking(true);
    setAccessibleName(tr("Decision tree"));
}

bool TreeView::isDark() const
{
    return assay::ui::isDark(palette());
}

void TreeView::setTree(TreeDrawing tree)
{
    m_tree = std::move(tree);
    m_chosen = -1;
    setAccessibleDescription(m_tree.summary());
    arrange();
    showAll();
}

void TreeView::setLevels(int levels)
{
    if (levels == m_levels)
        return;
    m_levels = levels;
    const int node = chosenNode();
    arrange();
    const auto same = std::find_if(m_layout.boxes.begin(), m_layout.boxes.end(),
                                   [node](const TreeBox &box) { return box.node == node; });
    m_chosen = node < 0 || same == m_layout.boxes.end() ? -1 : static_cast<int>(same - m_layout.boxes.begin());
    showAll();
}

int TreeView::chosenNode() const
{
    return m_chosen < 0 ? -1 : m_layout.boxes[static_cast<std::size_t>(m_chosen)].node;
}

void TreeView::arrange()
{
    m_layout = layoutTree(m_tree.nodes, {.levels = m_levels});
    update();
}

void TreeView::showAll()
{
    if (m_tree.empty())
        return;
    m_fitted = true;
    const double w = width() - 2 * border, h = height() - 2 * border - 12;
    const double fit = std::min(w / m_layout.size.width(), h / m_layout.size.height());
    m_scale = std::clamp(fit, smallestScale, 1.0);
    m_offset = {(width() - m_layout.size.width() * m_scale) / 2,
                std::max(border, (height() - m_layout.size.height() * m_scale) / 3)};
    update();
}

void TreeView::zoomBy(double factor)
{
    const QPointF about = m_chosen < 0 ? QPointF(rect().center())
                                       : onScreen(m_layout.boxes[static_cast<std::size_t>(m_chosen)].rect).center();
    zoom(about, factor);
}

void TreeView::zoom(const QPointF &about, double factor)
{
    const double scale = std::clamp(m_scale * factor, smallestScale, largestScale);
    m_offset = about - (about - m_offset) * (scale / m_scale);
    m_scale = scale;
    m_fitted = false;
    update();
}

QRectF TreeView::onScreen(const QRectF &rect) const
{
    return {m_offset + rect.topLeft() * m_scale, rect.size() * m_scale};
}

int TreeView::boxAt(const QPointF &position) const
{
    const QPointF at = (position - m_offset) / m_scale;
    for (std::size_t i = 0; i < m_layout.boxes.size(); ++i) {
        if (m_layout.boxes[i].rect.contains(at))
            return static_cast<int>(i);
    }
    return -1;
}

void TreeView::choose(int box)
{
    if (box < 0 || box == m_chosen)
        return;
    m_chosen = box;
    reveal(box);
    const int node = chosenNode();
    setAccessibleDescription(m_tree.describe(node));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    emit nodeChosen(node);
    update();
}

/// Moves just so far that the box is seen, and zooms in where nothing could be read.
void TreeView::reveal(int box)
{
    if (m_scale < readableScale && !m_dragging && !m_fitted)
        zoom(onScreen(m_layout.boxes[static_cast<std::size_t>(box)].rect).center(), readableScale / m_scale);
    const QRectF shown = onScreen(m_layout.boxes[static_cast<std::size_t>(box)].rect);
    const QRectF inside = QRectF(rect()).adjusted(border, border, -border, -border);
    const auto shift = [](double low, double high, double from, double to) {
        return low < from ? from - low : high > to ? to - high : 0.0;
    };
    m_offset += QPointF(shift(shown.left(), shown.right(), inside.left(), inside.right()),
                        shift(shown.top(), shown.bottom(), inside.top(), inside.bottom()));
}

/// The box an arrow key leads to; −1 where it leads nowhere.
int TreeView::neighbour(int key) const
{
    if (m_chosen < 0)
        return m_layout.boxes.empty() ? -1 : 0;
    const auto &boxes = m_layout.boxes;
    const TreeBox &here = boxes[static_cast<std::size_t>(m_chosen)];
    if (key == Qt::Key_Up)
        return here.parent;
    int best = -1;
    for (int i = 0; i < static_cast<int>(boxes.size()); ++i) {
        const TreeBox &other = boxes[static_cast<std::size_t>(i)];
        if (key == Qt::Key_Down && other.parent == m_chosen)
            return i;
        if (key == Qt::Key_Down || other.depth != here.depth || i == m_chosen)
            continue;
        const bool right = other.rect.x() > here.rect.x();
        if (right != (key == Qt::Key_Right))
            continue;
        const auto away = [&](int box) {
            return std::abs(boxes[static_cast<std::size_t>(box)].rect.x() - here.rect.x());
        };
        if (best < 0 || away(i) < away(best))
            best = i;
    }
    return best;
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        return choose(neighbour(event->key()));
    case Qt::Key_Home:
        return choose(m_layout.boxes.empty() ? -1 : 0);
    case Qt::Key_Plus:
        return zoomBy(1.25);
    case Qt::Key_Minus:
        return zoomBy(0.8);
    case Qt::Key_F:
        return showAll();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen >= 0 && m_layout.boxes[static_cast<std::size_t>(m_chosen)].cut)
            return emit moreWanted();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TreeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), chartInk(isDark()).background);
    painter.setClipRect(rect());
    painter.translate(m_offset);
    painter.scale(m_scale, m_scale);
    paintTree(painter, m_tree, m_layout, m_chosen, font(), isDark());
    if (!hasFocus())
        return;
    painter.resetTransform();
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void TreeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_fitted)
        showAll();
}

void TreeView::wheelEvent(QWheelEvent *event)
{
    zoom(event->position(), std::pow(1.2, event->angleDelta().y() / 120.0));
    event->accept();
}

void TreeView::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position();
    m_dragging = false;
}

void TreeView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF by = event->position() - m_pressedAt;
    if (!(event->buttons() & Qt::LeftButton) || (!m_dragging && by.manhattanLength() < 5))
        return;
    m_dragging = true;
    m_fitted = false;
    m_offset += by;
    m_pressedAt = event->position();
    setCursor(Qt::ClosedHandCursor);
    update();
}

void TreeView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging)
        choose(boxAt(event->position()));
    m_dragging = false;
    unsetCursor();
}

void TreeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int box = boxAt(event->position());
    if (box >= 0 && m_layout.boxes[static_cast<std::size_t>(box)].cut)
        emit moreWanted();
}

bool TreeView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int box = boxAt(help->pos());
    if (box < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), m_tree.describe(m_layout.boxes[static_cast<std::size_t>(box)].node),
                           this);
    return true;
}

} // namespace assay::ui
