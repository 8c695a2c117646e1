// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curveview.h"

#include <QEvent>
#include <QFontInfo>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

double unitOf(double value, bool logarithmic)
{
    return logarithmic ? std::log10(value) : value;
}

double valueOf(double unit, bool logarithmic)
{
    return logarithmic ? std::pow(10.0, unit) : unit;
}

/// A little room beyond the values; a range about a single one.
AxisRange padded(Extent extent, bool logarithmic, double share)
{
    if (extent.empty())
        return {0, 1};
    const double low = unitOf(extent.low, logarithmic), high = unitOf(extent.high, logarithmic);
    if (high - low <= 1e-12 * std::max(1.0, std::abs(high))) {
        const double half = logarithmic ? 0.5 : high == 0 ? 1 : std::abs(high) * 0.1;
        return {low - half, high + half};
    }
    return {low - share * (high - low), high + share * (high - low)};
}

} // namespace

CurveView::CurveView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setToolTip(tr("Wheel or drag to zoom, double click to see all, Ctrl+click a curve to open its run"));
    setToolTipDuration(4000);
}

CurveView::~CurveView() = default;

void CurveView::setChart(CurveChart chart)
{
    const bool sameAxes = chart.title == m_chart.title && chart.xTitle == m_chart.xTitle &&
                          chart.xLog == m_chart.xLog && chart.yLog == m_chart.yLog;
    const double endBefore = m_chart.empty() ? 0 : fullX().second;
    const bool atEnd = m_xRange && m_xRange->second >= endBefore;
    m_chart = std::move(chart);
    if (!sameAxes) {
        hideProbe(); // its place was one of the other axes
        m_xRange.reset();
        m_yRange.reset();
    } else if (m_following && atEnd) {
        const double by = fullX().second - endBefore;
        m_xRange = AxisRange{m_xRange->first + by, m_xRange->second + by};
    }
    m_shaded = {};
    for (const CurveLine &line : m_chart.lines)
        if (const auto ys = line.raw->y(); !std::isnan(line.shade))
            if (const auto last = std::find_if_not(ys.rbegin(), ys.rend(), [](double y) { return std::isnan(y); });
                last != ys.rend())
                m_shaded.add(*last);
    setAccessibleName(m_chart.title);
    setAccessibleDescription(curveSummary(m_chart));
    invalidate();
}

bool CurveView::isDark() const
{
    return palette().color(QPalette::Base).lightness() < 128;
}

AxisRange CurveView::fullX() const
{
    return padded(extentX(m_chart), m_chart.xLog, 0);
}

AxisRange CurveView::fullY(const AxisRange &x) const
{
    if (m_chart.robust && m_chart.robust->low <= m_chart.robust->high) {
        Extent range{m_chart.robust->low, m_chart.robust->high};
        if (m_chart.yLog && range.low <= 0)
            range.low = extentY(m_chart, valueOf(x.first, m_chart.xLog), valueOf(x.second, m_chart.xLog)).low;
        return padded(range, m_chart.yLog, 0.04);
    }
    return padded(extentY(m_chart, valueOf(x.first, m_chart.xLog), valueOf(x.second, m_chart.xLog)), m_chart.yLog,
                  0.05);
}

QRectF CurveView::shownView() const
{
    const AxisRange x = m_xRange.value_or(fullX());
    const AxisRange y = m_yRange.value_or(fullY(x));
    return {QPointF(x.first, y.first), QPointF(x.second, y.second)};
}

void CurveView::arrange()
{
    const QRectF view = shownView();
    const QFont base = font();
    const TextWidth width = [base](const QString &text, double size, bool bold) {
        QFont sized = base;
        sized.setPixelSize(std::max(1, qRound(size)));
        sized.setWeight(bold ? QFont::DemiBold : QFont::Normal);
        return QFontMetricsF(sized).horizontalAdvance(text);
    };
    m_layout = layoutChart(frameSpec(view), {.size = size(),
                                             .fontSize = std::max<double>(11, QFontInfo(base).pixelSize() * 0.92),
                                             .textWidth = width,
                                             .corner = 64,
                                             .view = view});
    // Columns of the picture are those of the screen.
    QRectF &plot = m_layout.plot;
    plot = QRectF(plot.toRect());
    m_layout.x.pixelMin = plot.left();
    m_layout.x.pixelMax = plot.right();
    m_layout.y.pixelMin = plot.bottom();
    m_layout.y.pixelMax = plot.top();
    m_arranged = true;
}

void CurveView::invalidate()
{
    m_stale = true;
    m_arranged = false;
    update();
}

void CurveView::setXRange(std::optional<AxisRange> range)
{
    if (range && !(range->second > range->first))
        return;
    m_xRange = range;
    invalidate();
}

void CurveView::setYRange(std::optional<AxisRange> range)
{
    if (range && !(range->second > range->first))
        return;
    m_yRange = range;
    invalidate();
}

void CurveView::resetView()
{
    m_yRange.reset();
    setXRange(std::nullopt);
    emit xRangeChanged();
}

void CurveView::zoomX(double about, double factor)
{
    const AxisRange full = fullX(), now = m_xRange.value_or(full);
    AxisRange next{about - (about - now.first) * factor, about + (now.second - about) * factor};
    if (next.second - next.first < (full.second - full.first) * 1e-9)
        return;
    if (next.second - next.first >= full.second - full.first)
        setXRange(std::nullopt);
    else
        setXRange(next);
    emit xRangeChanged();
}

void CurveView::zoomY(double about, double factor)
{
    const QRectF view = shownView();
    const AxisRange next{about - (about - view.top()) * factor, about + (view.bottom() - about) * factor};
    if (next.second - next.first > 1e-12 * std::max(1.0, std::abs(about)))
        setYRange(next);
}

/// By shares of what is shown; no further than the ends of the data.
void CurveView::panBy(double xShare, double yShare)
{
    const QRectF view = shownView();
    if (m_xRange && xShare != 0) {
        const AxisRange full = fullX();
        double by = xShare * view.width();
        by = std::clamp(by, std::min(0.0, full.first - view.left()), std::max(0.0, full.second - view.right()));
        m_xRange = AxisRange{view.left() + by, view.right() + by};
    }
    if (m_yRange && yShare != 0)
        m_yRange = AxisRange{view.top() + yShare * view.height(), view.bottom() + yShare * view.height()};
    invalidate();
    if (xShare != 0)
        emit xRangeChanged();
}

void CurveView::light(int run)
{
    if (run == m_lit)
        return;
    setLit(run);
    emit litChanged(run);
}

void CurveView::setLit(int run)
{
    m_lit = run;
    update();
}

void CurveView::setCrosshair(std::optional<double> x)
{
    m_crosshair = x;
    m_pointer.reset();
    update();
}

void CurveView::resizeEvent(QResizeEvent *)
{
    invalidate();
}

void CurveView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        invalidate();
}

ChartTable CurveView::table() const
{
    const QRectF view = shownView();
    const auto value = [this](double unit) { return m_chart.xLog ? std::pow(10.0, unit) : unit; };
    return curveTable(m_chart, value(view.left()), value(view.right()));
}

} // namespace assay::ui
