// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/random.h"
#include "widgets/charts/curveview.h"

#include <QApplication>
#include <QMouseEvent>
#include <cmath>
#include <map>

/// Curves to test with: what programs log, what each column of it must hold, and a view of it.
namespace assay::ui {

inline constexpr double inf = std::numeric_limits<double>::infinity();

struct Points
{
    std::vector<double> x, y;
};

/// Steps that go on, stay, jump and sometimes start again, with values that are no numbers among them.
inline Points logged(const QByteArray &kind, std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    Points out;
    double x = 0, level = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (kind == "even")
            x = static_cast<double>(i);
        else if (kind == "restless")
            x = random.uniform() * 1000;
        else
            x += std::floor(random.uniform() * 3) * (random.below(50) == 0 ? 40 : 1);
        if (kind == "backward" && random.below(n / 5 + 1) == 0)
            x = std::floor(x * random.uniform());
        level += random.normal();
        double y = level + (random.below(100) == 0 ? 40 * random.normal() : 0);
        if (kind == "holes" && random.below(6) == 0)
            y = random.below(3) == 0 ? NAN : random.below(2) == 0 ? inf : -inf;
        out.x.push_back(x);
        out.y.push_back(y);
    }
    return out;
}

/// The least and greatest value of each column that has any.
inline std::map<int, Extent> bruteForce(const Points &points, const std::vector<double> &borders)
{
    std::map<int, Extent> out;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        if (!std::isfinite(points.y[i]))
            continue;
        for (std::size_t c = 0; c + 1 < borders.size(); ++c) {
            const bool last = c + 2 == borders.size();
            if (points.x[i] >= borders[c] && (points.x[i] < borders[c + 1] || (last && points.x[i] == borders[c + 1])))
                out[static_cast<int>(c)].add(points.y[i]);
        }
    }
    return out;
}

inline CurveChart chartOf(std::vector<Points> all)
{
    CurveChart chart{.title = QStringLiteral("loss"), .xTitle = QStringLiteral("Step")};
    for (std::size_t i = 0; i < all.size(); ++i)
        chart.lines.push_back({.name = QStringLiteral("run %1").arg(i),
                               .run = static_cast<int>(i),
                               .raw = std::make_shared<CurvePyramid>(all[i].x, all[i].y),
                               .slot = static_cast<int>(i)});
    return chart;
}

inline void hover(CurveView &view, QPointF at)
{
    QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&view, &move);
}

inline std::unique_ptr<CurveView> shownView(CurveChart chart, QSize size = {640, 400})
{
    auto view = std::make_unique<CurveView>();
    view->setChart(std::move(chart));
    view->resize(size);
    view->show();
    view->grab();
    return view;
}

} // namespace assay::ui
