// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/random.h"
#include "tests/widgets/fakeshell.h"
#include "widgets/pages/explorepage.h"
#include "widgets/pages/exploreviews.h"

#include <QPushButton>
#include <QTest>
#include <cmath>

namespace assay::ui {

/// Accuracy has an optimum in lr, rises with depth, and differs by optimizer; `junk` means nothing; every seventh run
/// has no depth.
inline void makeRuns(tracking::RunStore &store, int count)
{
    Random random(5);
    const char *optimizers[] = {"adam", "sgd", "lion"};
    for (int i = 0; i < count; ++i) {
        const double lr = std::pow(10.0, -5 + 4 * random.uniform());
        const auto depth = static_cast<std::int64_t>(1 + random.below(10));
        const char *optimizer = optimizers[random.below(3)];
        const double junk = random.uniform(), off = std::log10(lr) + 3;
        const bool shallow = i % 7 == 0;
        Params params{{"lr", lr},
                      {"optimizer", std::string(optimizer)},
                      {"junk", junk},
                      {"fixed", std::int64_t(3)},
                      {"early", random.below(2) == 0}};
        if (!shallow)
            params["depth"] = depth;
        const auto run = store.begin({.name = QStringLiteral("run-%1").arg(i, 5, 10, QLatin1Char('0')),
                                      .model = random.below(2) == 0 ? QStringLiteral("mlp") : QStringLiteral("xgboost"),
                                      .params = params});
        const double accuracy = 0.9 - 0.06 * off * off + (shallow ? 0 : 0.01 * static_cast<double>(depth)) +
                                (optimizer[0] == 's' ? -0.05 : 0) + 0.01 * random.normal();
        (void)store.logMetrics(*run, QStringLiteral("accuracy"),
                               {{.step = 1, .time = 1'760'000'000'000'000, .value = accuracy}});
        (void)store.logMetrics(*run, QStringLiteral("seconds"),
                               {{.step = 1, .time = 1'760'000'000'000'000, .value = 10 * std::exp(random.normal())}});
        (void)store.end(*run, tracking::RunStatus::Finished);
    }
}

/// The page over a store of them.
struct ExploreFixture
{
    FakeShell shell;
    std::unique_ptr<ExplorePage> page;

    explicit ExploreFixture(int runs = 60, tracking::RunQuery query = {}, QSize size = {1280, 800})
    {
        makeRuns(shell.bench.store(), runs);
        page = std::make_unique<ExplorePage>(shell, std::move(query));
        page->resize(size);
        page->setVisible(true);
        if (runs > 0)
            (void)QTest::qWaitFor([&] { return page->data() != nullptr; }, 30'000);
    }
    ParallelPlot *plot() const { return page->findChild<ParallelPlot *>(); }
    template<class T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : page->findChildren<QPushButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    int axis(const QString &key) const
    {
        for (std::size_t i = 0; i < plot()->axes().size(); ++i)
            if (plot()->axes()[i].key == key)
                return static_cast<int>(i);
        return -1;
    }
};

} // namespace assay::ui
