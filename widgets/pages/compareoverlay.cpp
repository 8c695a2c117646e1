// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/compareoverlay.h"

#include "widgets/charts/chartview.h"
#include "widgets/pages/runselection.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

/// What the overlay holds and what it answers to; how it is painted is in compareoverlaypaint.cpp.
namespace assay::ui {

namespace {

constexpr double near = 14; // [px] a curve is meant from so far away

double distance(const QPointF &p, const QPointF &a, const QPointF &b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0;
    const QPointF away = p - (a + t * along);
    return std::hypot(away.x(), away.y());
}

} // namespace

CompareOverlay::CompareOverlay(RunSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(selection, &RunSelection::changed, this, qOverload<>(&QWidget::update));
    connect(selection, &RunSelection::hoverChanged, this, qOverload<>(&QWidget::update));
}

CompareOverlay::~CompareOverlay() = default;

void CompareOverlay::setFamily(CurveFamily family)
{
    if (family.frame.title != m_family.frame.title)
        m_view.reset();
    m_family = std::move(family);
    m_band = m_selection->count() >= banded ? quantileBand(m_family) : std::vector<Series>();
    setAccessibleName(m_family.frame.title);
    setAccessibleDescription(m_family.frame.summary);
    m_spec = wholeSpec(false);
    layOut();
}

void CompareOverlay::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

/// Frame, then band, then one series a run; coloured and in the legend where @p asShown.
ChartSpec CompareOverlay::wholeSpec(bool asShown) const
{
    ChartSpec spec = m_family.frame;
    spec.series.insert(spec.series.end(), m_band.begin(), m_band.end());
    const std::vector<int> lit = m_selection->lit();
    for (std::size_t run = 0; run < m_family.curves.size(); ++run) {
        Series curve = m_family.curves[run];
        const bool isLit = std::ranges::find(lit, static_cast<int>(run)) != lit.end();
        if (asShown && !isLit && !m_band.empty())
            continue;
        curve.slot = asShown && isLit ? m_selection->slot(static_cast<int>(run)) : -1;
        curve.inLegend = asShown && isLit;
        if (asShown && !m_family.figures.value(static_cast<qsizetype>(run)).isEmpty())
            curve.name += QStringLiteral("  ") + m_family.figures[static_cast<qsizetype>(run)];
        spec.series.push_back(std::move(curve));
    }
    return spec;
}

ChartSpec CompareOverlay::spec() const
{
    return wholeSpec(true);
}

int CompareOverlay::runAt(const QPointF &position) const
{
    int found = -1;
    double least = near;
    for (std::size_t run = 0; run < m_curves.size(); ++run) {
        const auto &curve = m_curves[run];
        for (std::size_t i = 1; i < curve.size(); ++i) {
            const double away = distance(position, curve[i - 1], curve[i]);
            if (away < least) {
                least = away;
                found = static_cast<int>(run);
            }
        }
    }
    return found;
}

std::optional<QPointF> CompareOverlay::pointOn(int run) const
{
    if (run < 0 || static_cast<std::size_t>(run) >= m_curves.size() || m_curves[static_cast<std::size_t>(run)].empty())
        return std::nullopt;
    const auto &curve = m_curves[static_cast<std::size_t>(run)];
    return curve[curve.size() / 3];
}

QMenu *CompareOverlay::menu()
{
    if (!m_export) {
        m_export = new ChartView(this);
        m_export->hide();
    }
    m_export->resize(size());
    m_export->setSpec(spec());
    return m_export->menu();
}

void CompareOverlay::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (event->buttons() & Qt::LeftButton && (m_dragging || (event->position() - m_pressed).manhattanLength() > 4)) {
        m_dragging = true;
        if (m_view) {
            const QPointF by = event->position() - m_pressed;
            const auto units = [](const AxisScale &scale, double pixels) {
                return pixels * (scale.max - scale.min) / (scale.pixelMax - scale.pixelMin);
            };
            m_pressed = event->position();
            show(m_view->translated(-units(m_layout.x, by.x()), -units(m_layout.y, by.y())));
        }
        return;
    }
    const int run = m_layout.plot.adjusted(-8, -8, 8, 8).contains(*m_pointer) ? runAt(*m_pointer) : -1;
    m_selection->setHovered(run);
    setCursor(run >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void CompareOverlay::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_dragging = false;
}

void CompareOverlay::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || std::exchange(m_dragging, false))
        return;
    const int run = runAt(event->position());
    if (run >= 0)
        event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier) ? m_selection->toggle(run)
                                                                       : m_selection->setSelected({run});
    else if (m_layout.plot.contains(event->position()))
        m_selection->setSelected({});
}

void CompareOverlay::mouseDoubleClickEvent(QMouseEvent *)
{
    m_view.reset();
    layOut();
}

void CompareOverlay::wheelEvent(QWheelEvent *event)
{
    zoom(event->position(), event->angleDelta().y() / 120.0);
    event->accept();
}

void CompareOverlay::zoom(const QPointF &at, double steps)
{
    const double factor = std::pow(0.8, steps);
    QRectF view = m_view.value_or(fullView(m_spec));
    const double x = m_layout.x.unit(m_layout.x.valueAt(at.x())), y = m_layout.y.unit(m_layout.y.valueAt(at.y()));
    view = QRectF(QPointF(x - (x - view.left()) * factor, y - (y - view.top()) * factor),
                  QPointF(x + (view.right() - x) * factor, y + (view.bottom() - y) * factor));
    show(view);
}

void CompareOverlay::show(QRectF view)
{
    const QRectF full = fullView(m_spec);
    if (view.width() >= full.width() * 0.999 || view.width() < full.width() * 1e-5) {
        m_view.reset();
    } else {
        view.moveLeft(std::clamp(view.left(), full.left(), full.right() - view.width()));
        view.moveTop(std::clamp(view.top(), full.top(), full.bottom() - view.height()));
        m_view = view;
    }
    layOut();
}

/// To the run before or after the one looked at.
void CompareOverlay::step(int by)
{
    const int runs = static_cast<int>(m_curves.size());
    if (runs == 0)
        return;
    const int from = m_selection->hovered();
    m_pointer.reset();
    m_selection->setHovered(from < 0 ? (by > 0 ? 0 : runs - 1) : (from + by + runs) % runs);
    setAccessibleDescription(readout(m_selection->hovered()));
}

void CompareOverlay::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Up:
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Space:
    case Qt::Key_Return:
        if (m_selection->hovered() >= 0)
            m_selection->toggle(m_selection->hovered());
        return;
    case Qt::Key_Plus:
        return zoom(m_layout.plot.center(), 1);
    case Qt::Key_Minus:
        return zoom(m_layout.plot.center(), -1);
    case Qt::Key_Home:
        m_view.reset();
        return layOut();
    case Qt::Key_Escape:
        m_selection->setHovered(-1);
        m_selection->setSelected({});
        return;
    case Qt::Key_Menu:
        menu()->popup(mapToGlobal(rect().center()));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CompareOverlay::contextMenuEvent(QContextMenuEvent *event)
{
    menu()->popup(event->globalPos());
}

void CompareOverlay::leaveEvent(QEvent *)
{
    m_pointer.reset();
    m_selection->setHovered(-1);
    update();
}

void CompareOverlay::resizeEvent(QResizeEvent *)
{
    layOut();
}

void CompareOverlay::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        layOut();
}

} // namespace assay::ui
