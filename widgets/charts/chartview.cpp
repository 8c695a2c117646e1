// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartview.h"

#include "widgets/charts/chartcanvas.h"
#include "widgets/charts/chartexport.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/palette.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double smallestFont = 12; // 9 pt at 96 dots an inch

TextWidth fontWidth(const QFont &base)
{
    return [base](const QString &text, double size, bool bold) {
        QFont font = base;
        font.setPixelSize(std::max(1, qRound(size)));
        font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
        return QFontMetricsF(font).horizontalAdvance(text);
    };
}

} // namespace

ChartView::ChartView(QWidget *parent)
    : QWidget(parent)
    , m_canvas(new ChartCanvas(this))
    , m_button(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_export(new ChartExport(this, m_menu))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_button->setText(QStringLiteral("⋯"));
    m_button->setAutoRaise(true);
    m_button->setAccessibleName(tr("Chart menu"));
    m_button->setToolTip(tr("Copy or save this chart"));
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setCursor(Qt::ArrowCursor);
    connect(m_button, &QToolButton::clicked, this,
            [this] { openMenu(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    connect(m_canvas, &ChartCanvas::pointerMoved, this, &ChartView::moveProbe);
    connect(m_canvas, &ChartCanvas::pointerLeft, this, &ChartView::hideProbe);
    connect(m_canvas, &ChartCanvas::clicked, this, &ChartView::activate);
    connect(m_canvas, &ChartCanvas::dragged, this, &ChartView::pan);
    connect(m_canvas, &ChartCanvas::wheeled, this, &ChartView::zoom);
    connect(m_canvas, &ChartCanvas::resetWanted, this, &ChartView::resetView);
}

ChartView::ChartView(const ChartSpec &spec, QWidget *parent)
    : ChartView(parent)
{
    setSpec(spec);
}

ChartView::~ChartView() = default;

void ChartView::setSpec(const ChartSpec &spec)
{
    // A live curve keeps the part someone zoomed to; another chart starts anew.
    if (spec.title != m_spec.title || spec.x.title != m_spec.x.title)
        m_view.reset();
    m_spec = spec;
    setAccessibleName(m_spec.title);
    setAccessibleDescription(m_spec.summary);
    setToolTip({});
    render();
}

void ChartView::setMarkers(std::vector<ChartMarker> markers)
{
    m_markers = std::move(markers);
    m_canvas->setMarkers(m_markers);
}

void ChartView::activate(const QPointF &position)
{
    if (m_layout.plot.contains(position))
        emit activated({m_layout.x.valueAt(position.x()), m_layout.y.valueAt(position.y())});
}

bool ChartView::isDark() const
{
    return palette().color(QPalette::Base).lightness() < 128;
}

void ChartView::render()
{
    const LayoutOptions options{.size = size(),
                                .fontSize = std::max<double>(smallestFont, QFontInfo(font()).pixelSize()),
                                .textWidth = fontWidth(font()),
                                .corner = 30,
                                .view = m_view};
    m_layout = layoutChart(m_spec, options);
    m_canvas->draw(buildScene(m_spec, m_layout), m_layout, isDark());
    if (m_probe)
        m_canvas->setProbe(probeAt(m_spec, m_layout, *m_probe));
}

void ChartView::moveProbe(const QPointF &position)
{
    const Probe probe = probeAt(m_spec, m_layout, position);
    m_probe = probe.empty() ? std::nullopt : std::optional(position);
    m_canvas->setProbe(probe);
    emit probed(probe.text());
}

void ChartView::hideProbe()
{
    if (!m_probe)
        return;
    m_probe.reset();
    m_canvas->setProbe({});
    emit probed({});
}

void ChartView::setShown(QRectF view)
{
    const QRectF full = fullView(m_spec);
    if (view.width() >= full.width() * 0.999 && view.height() >= full.height() * 0.999) {
        resetView();
        return;
    }
    view.setWidth(std::min(view.width(), full.width()));
    view.setHeight(std::min(view.height(), full.height()));
    view.moveLeft(std::clamp(view.left(), full.left(), full.right() - view.width()));
    view.moveTop(std::clamp(view.top(), full.top(), full.bottom() - view.height()));
    m_view = view;
    render();
}

void ChartView::zoom(const QPointF &position, double steps)
{
    if (m_layout.xCategories && m_layout.yCategories)
        return;
    const double factor = std::pow(0.8, steps);
    QRectF view = m_view.value_or(fullView(m_spec));
    const AxisScale &x = m_layout.x, &y = m_layout.y;
    const double cx = x.unit(x.valueAt(position.x())), cy = y.unit(y.valueAt(position.y()));
    const QRectF full = fullView(m_spec);
    if (factor < 1 && (view.width() < full.width() * 1e-6 || view.height() < full.height() * 1e-6))
        return;
    if (!m_layout.xCategories)
        view = QRectF(QPointF(cx - (cx - view.left()) * factor, view.top()),
                      QPointF(cx + (view.right() - cx) * factor, view.bottom()));
    if (!m_layout.yCategories)
        view = QRectF(QPointF(view.left(), cy - (cy - view.top()) * factor),
                      QPointF(view.right(), cy + (view.bottom() - cy) * factor));
    setShown(view);
}

void ChartView::pan(const QPointF &by)
{
    if (!m_view)
        return;
    const auto units = [](const AxisScale &scale, double pixels) {
        return pixels * (scale.max - scale.min) / (scale.pixelMax - scale.pixelMin);
    };
    setShown(m_view->translated(-units(m_layout.x, by.x()), -units(m_layout.y, by.y())));
}

void ChartView::resetView()
{
    m_view.reset();
    render();
}

void ChartView::stepProbe(int right, int down)
{
    const QRectF &plot = m_layout.plot;
    const auto step = [](const AxisScale &scale, bool categories) {
        const double extent = std::abs(scale.pixelMax - scale.pixelMin);
        return categories ? extent / (scale.max - scale.min) : std::max(1.0, extent / 100);
    };
    QPointF at = m_probe.value_or(plot.center());
    if (m_probe)
        at += QPointF(right * step(m_layout.x, m_layout.xCategories), down * step(m_layout.y, m_layout.yCategories));
    // Of categories the outermost middles are the ends, so that a category is always meant.
    const double edgeX = m_layout.xCategories ? step(m_layout.x, true) / 2 : 0,
                 edgeY = m_layout.yCategories ? step(m_layout.y, true) / 2 : 0;
    at = {std::clamp(at.x(), plot.left() + edgeX, plot.right() - edgeX),
          std::clamp(at.y(), plot.top() + edgeY, plot.bottom() - edgeY)};
    moveProbe(at);
    m_probe = at;
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const int fast = event->modifiers() & Qt::ControlModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return stepProbe(-fast, 0);
    case Qt::Key_Right:
        return stepProbe(fast, 0);
    case Qt::Key_Up:
        return stepProbe(0, -fast);
    case Qt::Key_Down:
        return stepProbe(0, fast);
    case Qt::Key_Plus:
        return zoom(m_probe.value_or(m_layout.plot.center()), 1);
    case Qt::Key_Minus:
        return zoom(m_probe.value_or(m_layout.plot.center()), -1);
    case Qt::Key_Home:
        return resetView();
    case Qt::Key_Escape:
        if (m_probe)
            return hideProbe();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_probe)
            return activate(*m_probe);
        break;
    case Qt::Key_Menu:
        return openMenu(mapToGlobal(rect().center()));
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartView::openMenu(const QPoint &global)
{
    m_menu->popup(global);
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(event->globalPos());
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_canvas->setGeometry(rect());
    const QSize hint = m_button->sizeHint();
    m_button->setGeometry(width() - hint.width() - 4, 4, hint.width(), hint.height());
    m_button->raise();
    render();
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        render();
    if (event->type() == QEvent::LanguageChange)
        m_export->retranslate();
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_canvas->setFocusFrame(event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                            event->reason() == Qt::ShortcutFocusReason);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_canvas->setFocusFrame(false);
}

QImage ChartView::picture(double scale)
{
    QImage image((QSizeF(size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(chartInk(isDark()).background);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTo(painter, QRectF(QPointF(), image.size()));
    return image;
}

void ChartView::paintTo(QPainter &painter, const QRectF &target)
{
    if (m_layout.size != size())
        render();
    m_canvas->setProbe({});
    m_canvas->scene()->render(&painter, target, QRectF(QPointF(), m_layout.size), Qt::IgnoreAspectRatio);
}

QSize ChartView::sizeHint() const
{
    return m_spec.square ? QSize(460, 400) : QSize(520, 320);
}

QSize ChartView::minimumSizeHint() const
{
    return {220, 160};
}

} // namespace assay::ui
