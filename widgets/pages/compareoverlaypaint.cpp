// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/palette.h"
#include "widgets/charts/shapepainter.h"
#include "widgets/charts/ticks.h"
#include "widgets/models/tone.h"
#include "widgets/pages/compareoverlay.h"
#include "widgets/pages/runselection.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr int most = 14;         // so many names are written on curves
constexpr int markersACurve = 4; // that tell curves apart without colour

double fontPixels(const QWidget &widget)
{
    return std::max<double>(12, QFontInfo(widget.font()).pixelSize());
}

TextWidth widthsOf(const QFont &base)
{
    return [base](const QString &text, double size, bool bold) {
        QFont font = base;
        font.setPixelSize(std::max(1, qRound(size)));
        font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
        return QFontMetricsF(font).horizontalAdvance(text);
    };
}

QPainterPath pathOf(const std::vector<QPointF> &points)
{
    QPainterPath path;
    for (std::size_t i = 0; i < points.size(); ++i)
        i == 0 ? path.moveTo(points[i]) : path.lineTo(points[i]);
    return path;
}

/// Where along a curve its names may stand, by share of its length in pixels.
std::vector<QPointF> places(const std::vector<QPointF> &points, int count)
{
    std::vector<double> lengths{0};
    for (std::size_t i = 1; i < points.size(); ++i)
        lengths.push_back(lengths.back() +
                          std::hypot(points[i].x() - points[i - 1].x(), points[i].y() - points[i - 1].y()));
    std::vector<QPointF> found;
    for (int i = 0; i < count && points.size() > 1; ++i) {
        const double at = lengths.back() * (i + 1) / (count + 1);
        const auto after = std::max<std::size_t>(
            1, static_cast<std::size_t>(std::lower_bound(lengths.begin(), lengths.end(), at) - lengths.begin()));
        const double span = lengths[after] - lengths[after - 1];
        const double t = span > 0 ? (at - lengths[after - 1]) / span : 0;
        found.push_back(points[after - 1] + t * (points[after] - points[after - 1]));
    }
    return found;
}

} // namespace

bool CompareOverlay::isDark() const
{
    return hasDarkBase(palette());
}

void CompareOverlay::layOut()
{
    if (width() < 20 || height() < 20 || m_family.curves.empty())
        return;
    m_layout = layoutChart(
        m_spec,
        {.size = size(), .fontSize = fontPixels(*this), .textWidth = widthsOf(font()), .corner = 0, .view = m_view});
    m_scene = buildScene(m_spec, m_layout);
    const int first = static_cast<int>(m_spec.series.size() - m_family.curves.size());
    m_curves.assign(m_family.curves.size(), {});
    for (const SceneShape &shape : m_scene.data)
        if (shape.series >= first && shape.kind == ShapeKind::Polyline)
            m_curves[static_cast<std::size_t>(shape.series - first)] = shape.points;
    paintBase();
    update();
}

void CompareOverlay::paintBase()
{
    const double ratio = devicePixelRatioF();
    m_base = QPixmap(size() * ratio);
    m_base.setDevicePixelRatio(ratio);
    const bool dark = isDark();
    m_base.fill(chartInk(dark).background);
    QPainter painter(&m_base);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const SceneShape &shape : m_scene.under)
        paintShape(painter, shape, font(), dark);
    painter.save();
    painter.setClipRect(m_layout.plot.adjusted(-2, -2, 2, 2));
    const int beside = static_cast<int>(m_family.frame.series.size());
    for (const SceneShape &shape : m_scene.data)
        if (shape.series < beside)
            paintShape(painter, shape, font(), dark);
    if (!m_band.empty())
        paintBand(painter);
    QColor grey = slotStyle(-1, dark).color;
    grey.setAlphaF(m_band.empty() ? 0.75F : 0.12F);
    painter.setPen(QPen(grey, m_band.empty() ? 1.2 : 1));
    for (const auto &curve : m_curves)
        painter.drawPolyline(curve.data(), static_cast<int>(curve.size()));
    painter.restore();
    for (const SceneShape &shape : m_scene.over)
        paintShape(painter, shape, font(), dark);
}

void CompareOverlay::paintBand(QPainter &painter) const
{
    const auto pixels = [this](const Series &line) {
        std::vector<QPointF> points;
        for (std::size_t i = 0; i < line.x.size(); ++i)
            points.emplace_back(m_layout.x.pixel(line.x[i]), m_layout.y.pixel(line.y[i]));
        return points;
    };
    std::vector<QPointF> outline = pixels(m_band.front());
    const std::vector<QPointF> upper = pixels(m_band.back());
    outline.insert(outline.end(), upper.rbegin(), upper.rend());
    QColor fill = slotStyle(-1, isDark()).color;
    fill.setAlphaF(0.18F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(outline.data(), static_cast<int>(outline.size()));
    painter.setBrush(Qt::NoBrush);
    fill.setAlphaF(0.9F);
    painter.setPen(QPen(fill, 1.6));
    const std::vector<QPointF> median = pixels(m_band[1]);
    painter.drawPolyline(median.data(), static_cast<int>(median.size()));
}

void CompareOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_base);
    if (m_curves.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dimmed)
        painter.setOpacity(0.45);
    const std::vector<int> lit = m_selection->lit();
    painter.save();
    painter.setClipRect(m_layout.plot.adjusted(-3, -3, 3, 3));
    for (const int run : lit)
        paintCurve(painter, run);
    painter.restore();
    paintLabels(painter, lit);
    painter.setOpacity(1);
    paintReadout(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void CompareOverlay::paintCurve(QPainter &painter, int run) const
{
    const auto &curve = m_curves[static_cast<std::size_t>(run)];
    const SlotStyle style = slotStyle(m_selection->slot(run), isDark());
    const bool strong = run == m_selection->hovered() || m_selection->isSelected(run);
    QColor color = style.color;
    if (m_selection->isFaded(run))
        color.setAlphaF(0.35F);
    const SceneShape shape{.kind = ShapeKind::Polyline,
                           .ink = {.role = InkRole::Slot, .index = m_selection->slot(run)},
                           .width = strong ? 3.2 : 2,
                           .dash = style.dash};
    QPen pen = shapePen(shape, isDark());
    pen.setColor(color);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(curve));
    SceneShape dots{.kind = ShapeKind::Dots, .ink = shape.ink, .width = strong ? 9.0 : 7.0, .marker = style.marker};
    dots.ink.alpha = color.alphaF();
    dots.points = places(curve, markersACurve);
    // Curves that start together do not have their markers in the same places.
    if (m_selection->count() <= RunSelection::coloured)
        dots.points = places(curve, markersACurve + run % 3);
    paintShape(painter, dots, font(), isDark());
}

/// The name of each on its curve, where it meets no other name.
void CompareOverlay::paintLabels(QPainter &painter, const std::vector<int> &runs) const
{
    QFont small = font();
    small.setPixelSize(qRound(fontPixels(*this) * 0.95));
    small.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(small);
    const bool dark = isDark();
    std::vector<QRectF> taken;
    painter.setFont(small);
    int written = 0;
    for (auto at = runs.rbegin(); at != runs.rend() && written < most; ++at) {
        const auto index = static_cast<qsizetype>(*at);
        const QString figure = m_family.figures.value(index);
        QString text = metrics.elidedText(m_family.curves[static_cast<std::size_t>(*at)].name, Qt::ElideMiddle, 170);
        text += figure.isEmpty() ? QString() : QStringLiteral("  ") + figure;
        const QSizeF size(metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
        const auto candidates = places(m_curves[static_cast<std::size_t>(*at)], 31);
        std::optional<QRectF> box;
        for (std::size_t i = 0; i < 2 * candidates.size() && !box; ++i) {
            // From the middle of the curve outwards, below it and then above.
            const std::size_t middle = candidates.size() / 2, half = i / 4;
            const std::size_t place =
                std::min(candidates.size() - 1, i % 4 < 2 ? middle + half : middle - std::min(middle, half));
            const QPointF corner =
                candidates[place] + (i % 2 ? QPointF(-size.width() - 8, -size.height() - 6) : QPointF(10, 6));
            const QRectF tried(corner, size);
            const bool free = m_layout.plot.contains(tried) &&
                              std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(tried); });
            if (free)
                box = tried;
        }
        if (!box)
            continue;
        taken.push_back(box->adjusted(-2, -1, 2, 1));
        ++written;
        QColor plate = chartInk(dark).background;
        plate.setAlphaF(0.82F);
        painter.fillRect(*box, plate);
        QColor ink = slotStyle(m_selection->slot(*at), dark).color;
        if (m_selection->isFaded(*at))
            ink.setAlphaF(0.5F);
        painter.setPen(ink);
        painter.drawText(*box, Qt::AlignCenter, text);
    }
}

QString CompareOverlay::readout(int run) const
{
    if (run < 0 || static_cast<std::size_t>(run) >= m_family.curves.size())
        return {};
    const QString figure = m_family.figures.value(run);
    const QString &name = m_family.curves[static_cast<std::size_t>(run)].name;
    return figure.isEmpty() ? name : tr("%1, %2 %3", "run, metric, value").arg(name, m_family.figureName, figure);
}

/// What is under the pointer, in the corner that curves leave free.
void CompareOverlay::paintReadout(QPainter &painter) const
{
    const int run = m_selection->hovered();
    if (run < 0 || !m_pointer)
        return;
    QStringList lines{readout(run)};
    lines << tr("%1 %2 · %3 %4", "axis, value, axis, value")
                 .arg(m_family.frame.x.title, figure(m_layout.x.valueAt(m_pointer->x())), m_family.frame.y.title,
                      figure(m_layout.y.valueAt(m_pointer->y())));
    QFont text = font();
    text.setPixelSize(qRound(fontPixels(*this) * 0.95));
    const QFontMetricsF metrics(text);
    double wide = 0;
    for (const QString &line : lines)
        wide = std::max(wide, metrics.horizontalAdvance(line));
    const QSizeF size(wide + 16, 2 * metrics.lineSpacing() + 12);
    QRectF box(*m_pointer + QPointF(16, 16), size);
    box.moveLeft(std::clamp(box.left(), 2.0, std::max(2.0, width() - size.width() - 2)));
    if (box.bottom() > height() - 2)
        box.moveBottom(m_pointer->y() - 12);
    const ChartInk ink = chartInk(isDark());
    painter.setPen(QPen(ink.axis, 1));
    painter.setBrush(ink.background);
    painter.drawRoundedRect(box, 5, 5);
    painter.setFont(text);
    painter.setPen(ink.text);
    const QRectF inside = box.adjusted(8, 6, -8, -6);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, lines[0]);
    painter.setPen(ink.faintText);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, lines[1]);
}

} // namespace assay::ui
