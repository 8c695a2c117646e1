// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparemultiples.h"

#include "widgets/charts/palette.h"
#include "widgets/models/tone.h"
#include "widgets/pages/runselection.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr int narrowest = 132;         // [px] a plot
constexpr std::size_t mostPoints = 80; // a curve in so small a plot

/// Every so many points of a curve, its ends among them.
Series thinned(Series curve)
{
    const std::size_t n = std::min(curve.x.size(), curve.y.size());
    if (n <= mostPoints)
        return curve;
    std::vector<double> x, y;
    for (std::size_t i = 0; i < mostPoints; ++i) {
        const std::size_t at = i * (n - 1) / (mostPoints - 1);
        x.push_back(curve.x[at]);
        y.push_back(curve.y[at]);
    }
    curve.x = std::move(x);
    curve.y = std::move(y);
    return curve;
}

} // namespace

CompareMultiples::CompareMultiples(RunSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(selection, &RunSelection::changed, this, qOverload<>(&QWidget::update));
    connect(selection, &RunSelection::hoverChanged, this, qOverload<>(&QWidget::update));
}

void CompareMultiples::setFamily(CurveFamily family)
{
    m_family = std::move(family);
    const Axis &x = m_family.frame.x, &y = m_family.frame.y;
    m_xMin = x.min.value_or(0);
    m_xMax = x.max.value_or(1);
    m_yMin = y.min.value_or(0);
    m_yMax = y.max.value_or(1);
    double highest = m_yMin;
    for (Series &curve : m_family.curves) {
        curve = thinned(std::move(curve));
        for (const double value : curve.y)
            highest = std::max(highest, value);
    }
    if (!y.max)
        m_yMax = highest > m_yMin ? highest : m_yMin + 1;
    setAccessibleName(tr("%1, a plot for each run").arg(m_family.frame.title));
    setAccessibleDescription(m_family.frame.summary);
    updateGeometry();
    update();
}

int CompareMultiples::columns(int width) const
{
    return std::max(1, width / narrowest);
}

double CompareMultiples::rowHeight() const
{
    const double side = static_cast<double>(width()) / columns(width());
    return side * 0.86 + fontMetrics().height() + 8;
}

int CompareMultiples::heightForWidth(int width) const
{
    const int across = columns(width);
    const int rows = (static_cast<int>(m_family.curves.size()) + across - 1) / across;
    const double side = static_cast<double>(width) / across;
    return static_cast<int>(std::ceil(rows * (side * 0.86 + fontMetrics().height() + 8))) + 4;
}

QRectF CompareMultiples::cell(int run) const
{
    const int across = columns(width());
    const double side = static_cast<double>(width()) / across;
    return {run % across * side, run / across * rowHeight(), side, rowHeight()};
}

QRectF CompareMultiples::plot(int run) const
{
    return cell(run).adjusted(6, fontMetrics().height() + 6, -6, -6);
}

int CompareMultiples::plotAt(const QPointF &position) const
{
    for (int run = 0; run < static_cast<int>(m_family.curves.size()); ++run)
        if (cell(run).contains(position))
            return run;
    return -1;
}

QPolygonF CompareMultiples::polyline(const Series &curve, const QRectF &area) const
{
    QPolygonF line;
    for (std::size_t i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i) {
        const double x = (std::clamp(curve.x[i], m_xMin, m_xMax) - m_xMin) / (m_xMax - m_xMin);
        const double y = (std::clamp(curve.y[i], m_yMin, m_yMax) - m_yMin) / (m_yMax - m_yMin);
        line << QPointF(area.left() + x * area.width(), area.bottom() - y * area.height());
    }
    return line;
}

void CompareMultiples::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const bool dark = hasDarkBase(palette());
    const ChartInk ink = chartInk(dark);
    painter.fillRect(event->rect(), ink.background);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor grey = slotStyle(-1, dark).color;
    grey.setAlphaF(0.16F);
    QFont name = font();
    name.setPointSizeF(name.pointSizeF() * 0.9);
    for (int run = 0; run < static_cast<int>(m_family.curves.size()); ++run) {
        const QRectF whole = cell(run), area = plot(run);
        if (!whole.intersects(event->rect()))
            continue;
        const bool chosen = m_selection->isSelected(run), under = m_selection->hovered() == run;
        if (chosen || under) {
            QColor tint = palette().color(QPalette::Highlight);
            tint.setAlphaF(chosen ? 0.16F : 0.08F);
            painter.fillRect(whole.adjusted(1, 1, -1, -1), tint);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink.grid, 1));
        painter.drawRect(area);
        painter.setPen(QPen(grey, 1));
        for (const Series &other : m_family.curves)
            painter.drawPolyline(polyline(other, area));
        const int slot = m_selection->slot(run);
        painter.setPen(QPen(slot >= 0 ? slotStyle(slot, dark).color : ink.text, chosen || under ? 2.6 : 1.8));
        painter.drawPolyline(polyline(m_family.curves[static_cast<std::size_t>(run)], area));
        const QString figure = m_family.figures.value(run);
        painter.setFont(name);
        const QFontMetricsF metrics(name);
        const double wide = metrics.horizontalAdvance(figure);
        const QRectF line(area.left(), whole.top() + 3, area.width(), metrics.height());
        painter.setPen(ink.faintText);
        painter.drawText(line, Qt::AlignRight, figure);
        painter.setPen(ink.text);
        painter.drawText(line, Qt::AlignLeft,
                         metrics.elidedText(m_family.curves[static_cast<std::size_t>(run)].name, Qt::ElideMiddle,
                                            area.width() - wide - 6));
        if (run == m_selection->baseline()) {
            painter.setPen(ink.faintText);
            painter.drawText(area.adjusted(0, 0, -4, -2), Qt::AlignRight | Qt::AlignBottom, tr("baseline"));
        }
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void CompareMultiples::mouseMoveEvent(QMouseEvent *event)
{
    m_selection->setHovered(plotAt(event->position()));
}

void CompareMultiples::leaveEvent(QEvent *)
{
    m_selection->setHovered(-1);
}

void CompareMultiples::mousePressEvent(QMouseEvent *event)
{
    const int run = plotAt(event->position());
    if (event->button() != Qt::LeftButton)
        return;
    if (run < 0)
        m_selection->setSelected({});
    else if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
        m_selection->toggle(run);
    else
        m_selection->setSelected({run});
}

void CompareMultiples::keyPressEvent(QKeyEvent *event)
{
    const int runs = static_cast<int>(m_family.curves.size()), at = m_selection->hovered();
    const auto go = [&](int by) {
        m_selection->setHovered(std::clamp(at < 0 ? 0 : at + by, 0, std::max(0, runs - 1)));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(-1);
    case Qt::Key_Right:
        return go(1);
    case Qt::Key_Up:
        return go(-columns(width()));
    case Qt::Key_Down:
        return go(columns(width()));
    case Qt::Key_Space:
    case Qt::Key_Return:
        if (at >= 0)
            m_selection->toggle(at);
        return;
    case Qt::Key_Escape:
        return m_selection->setSelected({});
    default:
        QWidget::keyPressEvent(event);
    }
}

bool CompareMultiples::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int run = plotAt(help->pos());
        QToolTip::showText(help->globalPos(), run < 0 ? QString() : m_family.curves[static_cast<std::size_t>(run)].name,
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace assay::ui
