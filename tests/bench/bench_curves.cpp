// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to show curves: NAME MEDIAN P95 (milliseconds a frame, wall time), the goal, and the mean time of all
// processors together. Run with QT_QPA_PLATFORM=offscreen; a word in a name as argument measures only what has it.
#include "engine/core/random.h"
#include "tests/bench/cost.h"
#include "tracking/runstore.h"
#include "widgets/charts/curveview.h"
#include "widgets/charts/parallelplot.h"
#include "widgets/charts/smoothing.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>

using namespace assay;
using namespace assay::ui;

namespace {

double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template<class Frame>
void frames(const char *name, int times, double median, double most, Frame frame)
{
    std::vector<double> took;
    const double processor = bench::processorSeconds();
    for (int i = 0; i < times; ++i) {
        const double before = now();
        frame(i);
        took.push_back(now() - before);
    }
    std::ranges::sort(took);
    const auto n = took.size();
    std::printf("%-46s %8.2f %8.2f   goal %g / %g ms, of processors %.2f\n", name, took[n / 2],
                took[std::min(n - 1, n * 95 / 100)], median, most,
                1e3 * (bench::processorSeconds() - processor) / times);
    std::fflush(stdout);
}

CurvePtr noisy(std::size_t points, std::uint64_t seed)
{
    Random random(seed);
    std::vector<double> x, y;
    const double speed = static_cast<double>(points) * (0.05 + 0.2 * random.uniform()), floor = random.uniform();
    for (std::size_t i = 0; i < points; ++i) {
        x.push_back(static_cast<double>(i));
        y.push_back(floor + 2 * std::exp(-static_cast<double>(i) / speed) + 0.1 * random.normal());
    }
    return std::make_shared<CurvePyramid>(std::move(x), std::move(y));
}

CurveChart chartOf(int curves, std::size_t points)
{
    CurveChart chart{.title = QStringLiteral("loss"), .xTitle = QStringLiteral("Step")};
    for (int i = 0; i < curves; ++i)
        chart.lines.push_back({.name = QStringLiteral("run %1").arg(i),
                               .run = i,
                               .raw = noisy(points, static_cast<std::uint64_t>(i)),
                               .slot = i,
                               .shade = curves > 8 ? i / (curves - 1.0) : std::nan("")});
    return chart;
}

CurveChart withSmoothing(CurveChart chart)
{
    for (CurveLine &line : chart.lines)
        line.smooth =
            std::make_shared<CurvePyramid>(std::vector<double>(line.raw->x().begin(), line.raw->x().end()),
                                           smoothed(line.raw->y(), {.kind = Smoothing::Exponential, .weight = 0.97}));
    return chart;
}

/// Paints as the screen would, into a picture.
void paint(CurveView &view, QImage &picture)
{
    view.render(&picture);
}

void look(const char *what, CurveView &view, double points, double median, double most)
{
    QImage picture(view.size(), QImage::Format_RGB32);
    paint(view, picture);
    const auto named = [what](const char *how) { return std::string(what) + ": " + how; };
    frames(named("pan").c_str(), 60, median, most, [&](int i) {
        const double from = points * (0.1 + 0.005 * i);
        view.setXRange(AxisRange{from, from + points * 0.5});
        paint(view, picture);
    });
    frames(named("zoom").c_str(), 60, median, most, [&](int i) {
        const double width = points * std::pow(0.9, i);
        view.setXRange(AxisRange{points * 0.4 - width * 0.4, points * 0.4 + width * 0.6});
        paint(view, picture);
    });
    view.setXRange(std::nullopt);
    paint(view, picture);
    frames(named("hover").c_str(), 120, median, most, [&](int i) {
        const QPointF at = view.layoutOfChart().plot.topLeft() +
                           QPointF(view.layoutOfChart().plot.width() * i / 121.0,
                                   view.layoutOfChart().plot.height() * (0.2 + 0.6 * ((i * 37) % 100) / 100.0));
        QMouseEvent move(QEvent::MouseMove, at, at, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&view, &move);
        paint(view, picture);
    });
}

/// From the store to the screen.
void fromStore()
{
    QTemporaryDir folder;
    const auto store = tracking::RunStore::open(folder.filePath(QStringLiteral("assay.db")));
    const auto run = (*store)->begin({.name = QStringLiteral("long")});
    std::vector<tracking::MetricPoint> points;
    Random random(1);
    for (int i = 0; i < 1'000'000; ++i)
        points.push_back({.step = i, .time = 1'760'000'000'000'000 + i * 1000LL, .value = random.normal()});
    (void)(*store)->logMetrics(*run, QStringLiteral("loss"), points);
    (void)(*store)->end(*run, tracking::RunStatus::Finished);
    double read = 0, built = 0, painted = 0;
    CurveView view;
    view.resize(1280, 720);
    QImage picture(view.size(), QImage::Format_RGB32);
    frames("1,000,000 points: read, reduce and paint", 9, 50, 50, [&](int) {
        double at = now();
        const auto from = (*store)->series(*run, QStringLiteral("loss"));
        read = now() - at;
        at = now();
        std::vector<double> x(from->size()), y(from->size());
        for (std::size_t i = 0; i < from->size(); ++i) {
            x[i] = static_cast<double>((*from)[i].step);
            y[i] = (*from)[i].value;
        }
        CurveChart chart{.title = QStringLiteral("loss"), .xTitle = QStringLiteral("Step")};
        chart.lines.push_back({.name = QStringLiteral("long"),
                               .run = 0,
                               .raw = std::make_shared<CurvePyramid>(std::move(x), std::move(y))});
        built = now() - at;
        at = now();
        view.setChart(std::move(chart));
        paint(view, picture);
        painted = now() - at;
    });
    std::printf("%-46s %8.2f %8.2f %8.2f\n", "  of which read, build, paint (last)", read, built, painted);
}

/// Dragging a brush over the lines of ten thousand runs: what is chosen, and the picture of it.
void brushing()
{
    Random random(1);
    std::vector<ParallelAxis> axes(8);
    QStringList names;
    std::vector<double> shades;
    for (int run = 0; run < 10'000; ++run) {
        names << QString::number(run);
        shades.push_back(run / 9999.0);
        for (ParallelAxis &axis : axes)
            axis.values.push_back(random.normal());
    }
    ParallelPlot plot;
    plot.resize(1280, 480);
    plot.setAxes(axes, names);
    plot.setShades(shades);
    QImage picture(plot.size(), QImage::Format_RGB32);
    plot.render(&picture);
    QObject::connect(&plot, &ParallelPlot::brushed, [&plot](const std::vector<int> &runs) {
        std::vector<char> chosen(10'000, 0);
        for (const int run : runs)
            chosen[static_cast<std::size_t>(run)] = 1;
        plot.setChosen(std::move(chosen));
    });
    frames("10,000 parallel lines: brush", 60, 16, 33, [&](int i) {
        plot.brush(3, std::pair{0.002 * i, 0.4 + 0.01 * i});
        plot.render(&picture);
    });
}

/// One chart panned, zoomed and hovered over.
void curves(const char *what, const std::function<CurveChart()> &chart, double points, double median)
{
    CurveView view;
    view.resize(1280, 720);
    view.setChart(chart());
    look(what, view, points, median, 33);
}

struct Part
{
    const char *name = "";
    std::function<void(const char *)> run = {};
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Part parts[] = {{"from the store", [](const char *) { fromStore(); }},
                          {"parallel", [](const char *) { brushing(); }},
                          {"1 x 1,000,000",
                           [](const char *name) {
                               curves(
                                   name, [] { return chartOf(1, 1'000'000); }, 1e6, 16);
                           }},
                          {"100 x 10,000",
                           [](const char *name) {
                               curves(
                                   name, [] { return chartOf(100, 10'000); }, 1e4, 16);
                           }},
                          {"100 x 10,000 smoothed",
                           [](const char *name) {
                               curves(
                                   name, [] { return withSmoothing(chartOf(100, 10'000)); }, 1e4, 16);
                           }},
                          {"1 x 10,000,000", [](const char *name) {
                               curves(
                                   name, [] { return chartOf(1, 10'000'000); }, 1e7, 33);
                           }}};
    const std::string only = argc > 1 ? argv[1] : "";
    for (const Part &part : parts)
        if (std::string(part.name).find(only) != std::string::npos)
            part.run(part.name);
    return 0;
}
