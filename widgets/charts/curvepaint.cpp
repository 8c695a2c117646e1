// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvepaint.h"

#include "widgets/charts/shareout.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace assay::ui {

namespace {

constexpr int stripe = 96;             // [px] wide: its pixels stay in the cache while all curves pass
constexpr int worthSharing = 20'000;   // columns of curves, below which threads cost more than they save
constexpr std::size_t mostTurns = 256; // back and forth, drawn as lines

} // namespace

bool drawnAsDots(const CurvePyramid &curve)
{
    return curve.restless() && curve.laps().size() > mostTurns;
}

bool showsDashes(const CurvePyramid &curve, const CurveFrame &frame, std::span<const double> dashes)
{
    const Extent x = curve.extentX();
    const double wide = (frame.place(x.high) - frame.place(x.low)) / frame.parts();
    return wide > 3 * std::accumulate(dashes.begin(), dashes.end(), 0.0);
}

void CurveRaster::stroke(const CurvePyramid &curve, const QColor &color, double width, std::vector<double> dashes)
{
    if (!showsDashes(curve, m_frame, dashes))
        dashes.clear();
    m_work.push_back({.curve = &curve, .style = {.ink = PixelInk(color), .width = width, .dashes = std::move(dashes)}});
}

void CurveRaster::fill(const CurvePyramid &low, const CurvePyramid &high, const QColor &color)
{
    m_work.push_back({.curve = &high, .below = &low, .style = {.ink = PixelInk(color)}});
}

void CurveRaster::wash(const QColor &color, double share)
{
    m_work.push_back(
        {.style = {.ink = PixelInk(color)}, .share = static_cast<unsigned>(std::clamp(share, 0.0, 1.0) * 256)});
}

std::vector<CurveRaster::Prepared> CurveRaster::prepare() const
{
    std::vector<Prepared> prepared(m_work.size());
    takeDots(prepared);
    shareCuts(prepared);
    return prepared;
}

/// Which pixels the points of restless curves lie on.
void CurveRaster::takeDots(std::vector<Prepared> &prepared) const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_work.size(); ++i)
        if (m_work[i].curve && !m_work[i].below && drawnAsDots(*m_work[i].curve))
            found.push_back(i);
    shareOut(static_cast<int>(found.size()), [&](int at) {
        const std::size_t i = found[static_cast<std::size_t>(at)];
        const int size = std::max(2, static_cast<int>(std::lround(m_work[i].style.width * 1.3)));
        prepared[i].dots.emplace(*m_work[i].curve, m_frame, size);
    });
}

/// Curves of the same even steps are cut by the columns at the same points.
void CurveRaster::shareCuts(std::vector<Prepared> &prepared) const
{
    std::map<std::tuple<double, double, std::size_t>, std::shared_ptr<const CurveCuts>> known;
    for (std::size_t i = 0; i < m_work.size(); ++i) {
        const CurvePyramid *curve = m_work[i].curve;
        if (!curve || m_work[i].below || !curve->even() || !CurveCuts::fits(*curve, m_frame))
            continue;
        auto &cuts = known[{curve->x()[0], curve->x()[1], curve->size()}];
        if (!cuts)
            cuts = std::make_shared<CurveCuts>(*curve, m_frame, 0, m_frame.width() * m_frame.parts());
        prepared[i].cuts = cuts;
    }
}

void CurveRaster::run(CurvePen &pen, const Work &work, const Prepared &prepared) const
{
    if (!work.curve)
        pen.wash(work.style.ink, work.share);
    else if (work.below)
        pen.fill(*work.below, *work.curve, work.style.ink);
    else if (prepared.dots)
        pen.dots(*prepared.dots, work.style.ink);
    else
        pen.stroke(*work.curve, work.style, prepared.cuts.get());
}

void CurveRaster::paint(QImage &image, QPoint corner) const
{
    const QRect area(corner, QSize(m_frame.width(), m_frame.height()));
    if (area.isEmpty())
        return;
    const QRect inside = area & image.rect();
    if (inside != area) {
        // Large letters push the plot over the edge of a small picture.
        QImage whole = image.copy(area);
        paint(whole);
        for (int row = inside.top(); row <= inside.bottom(); ++row)
            std::copy_n(reinterpret_cast<const quint32 *>(whole.constScanLine(row - area.top())) + inside.left() -
                            area.left(),
                        std::max(0, inside.width()), reinterpret_cast<quint32 *>(image.scanLine(row)) + inside.left());
        return;
    }
    double widest = 0;
    for (const Work &work : m_work)
        widest = std::max(widest, work.style.width);
    const int margin = 3 + static_cast<int>(std::ceil(widest)); // a lone point reaches as far
    const qsizetype stride = image.bytesPerLine() / 4;
    quint32 *pixels = reinterpret_cast<quint32 *>(image.bits()) + corner.y() * stride + corner.x();
    const std::vector<Prepared> prepared = prepare();
    const bool shared = std::ssize(m_work) * m_frame.width() * m_frame.parts() >= worthSharing;
    const auto draw = [&](int from, int to) {
        CurvePen pen(m_frame, pixels, stride, from, to, margin);
        for (std::size_t i = 0; i < m_work.size(); ++i)
            run(pen, m_work[i], prepared[i]);
        pen.give(pixels, stride);
    };
    const int width = m_frame.width(), stripes = (width + stripe - 1) / stripe;
    const auto one = [&](int i) { draw(i * stripe, std::min(width, (i + 1) * stripe)); };
    if (shared)
        return shareOut(stripes, one);
    for (int i = 0; i < stripes; ++i)
        one(i);
}

} // namespace assay::ui
