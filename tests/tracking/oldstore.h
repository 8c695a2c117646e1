// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diskfixture.h"
#include "storefixture.h"
#include "tracking/artifactstore.h"

#include <cmath>

namespace assay::tracking {

/// Puts a store at @p path as version 1 of the program left it: four runs, one of them left behind running.
inline void placeVersion1(const QString &path)
{
    const QByteArray packed = readBytes(QStringLiteral(ASSAY_SOURCE_DIR "/tests/tracking/data/store_v1.db.z"));
    writeBytes(path, qUncompress(packed));
    need(ArtifactStore(path).write("{\"v\":1}"));
}

/// Fails the test unless @p store holds what version 1 had logged, every value.
inline void compareWithVersion1(const RunStore &store)
{
    const RunId first = need(store.resolve(QStringLiteral("first")));
    const RunDetails details = need(store.details(first));
    const Run &run = details.run;
    QCOMPARE(run.experiment, QStringLiteral("Credit"));
    QCOMPARE(run.status, RunStatus::Finished);
    QCOMPARE(run.note, QStringLiteral("a **note**"));
    QVERIFY(run.params == Params({{"max_depth", std::int64_t(6)},
                                  {"eta", 0.25},
                                  {"booster", std::string("gbtree")},
                                  {"quiet", true},
                                  {"seed_text", std::string("42")}}));
    QCOMPARE(run.tags.at(QStringLiteral("owner")), QStringLiteral("ada"));
    QCOMPARE(details.inputs.size(), 1u);
    QCOMPARE(details.inputs.front().digest, QStringLiteral("sha256:aa"));
    QCOMPARE(details.provenance.libraries.at(QStringLiteral("xgboost")), QStringLiteral("1.7"));
    QCOMPARE(details.children.size(), 1u);
    QCOMPARE(details.children.front().error, QStringLiteral("it broke"));
    QCOMPARE(need(store.artifact(first, QStringLiteral("model.json"))), QByteArray("{\"v\":1}"));

    const auto loss = need(store.series(first, QStringLiteral("loss")));
    QCOMPARE(loss.size(), 2600u);
    for (qint64 i = 0; i < 2600; ++i)
        QVERIFY(loss[static_cast<std::size_t>(i)] == (MetricPoint{.step = i,
                                                                  .time = (1'700'000'000'123 + i * 1003) * 1000,
                                                                  .value = static_cast<double>(i) / 8}));
    const auto odd = need(store.series(first, QStringLiteral("odd")));
    QCOMPARE(odd.size(), 4u);
    QVERIFY(std::isnan(odd[0].value) && odd[0].step == 7 && odd[0].time == 1'700'000'000'001'000);
    QVERIFY(std::isinf(odd[1].value) && odd[1].value > 0 && odd[1].step == 7);
    QVERIFY(std::isinf(odd[2].value) && odd[2].value < 0 && odd[2].step == -3);
    QCOMPARE(odd[3].value, 0.1);

    QCOMPARE(need(store.count()), 3);
    QCOMPARE(need(store.count({.deleted = true})), 1);
    QCOMPARE(need(store.details(need(store.resolve(QStringLiteral("gone"))))).run.status, RunStatus::Cancelled);
    QCOMPARE(need(store.details(need(store.resolve(QStringLiteral("left behind"))))).run.status, RunStatus::Running);
}

} // namespace assay::tracking
