// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/artifactstore.h"
#include "tracking/database.h"
#include "tracking/purge.h"
#include "tracking/registry.h"

#include <QFile>
#include <atomic>
#include <thread>

using namespace assay;
using namespace assay::tracking;
using namespace Qt::StringLiterals;

namespace {

/// A finished run that keeps a model and says what it learned from.
RunId modelRun(RunStore &store, const QString &name, const QByteArray &bytes)
{
    const RunId run =
        need(store.begin({.name = name,
                          .model = u"logistic"_s,
                          .task = u"binary"_s,
                          .inputs = {{.role = u"train"_s, .name = u"a.csv"_s, .digest = u"sha256:aa"_s}}}));
    need(store.addArtifact(run, u"model.json"_s, u"model"_s, bytes));
    need(store.addArtifact(run, u"predictions.json"_s, u"predictions"_s, "[]"));
    need(store.end(run, RunStatus::Finished));
    return run;
}

Justification figures(Standing standing, const RunId &challenger, const RunId &champion, qint64 championVersion)
{
    return {.challengerRun = challenger,
            .championRun = champion,
            .championVersion = championVersion,
            .metric = u"roc_auc"_s,
            .test = u"delong"_s,
            .challengerValue = 0.91,
            .championValue = 0.9 - 1e-17,
            .difference = 0.1 + 0.2,
            .low = -0.001,
            .high = 0.021,
            .pValue = 0.031,
            .level = 0.95,
            .rows = 4521,
            .standing = standing,
            .verdict = u"b is better than a."_s,
            .caveats = {u"These runs used different seeds."_s}};
}

QStringList told(const std::vector<RegistryEvent> &events)
{
    QStringList out;
    for (const RegistryEvent &event : events)
        out << event.what;
    return out;
}

/// A model "churn" with as many versions as asked for, each of its own run.
struct Registered
{
    TemporaryStore store;
    ModelRegistry registry{*store.store};
    std::vector<RunId> runs;

    explicit Registered(int versions)
    {
        for (int i = 1; i <= versions; ++i) {
            runs.push_back(modelRun(*store.store, u"run %1"_s.arg(i), "model " + QByteArray::number(i)));
            need(registry.add({.model = u"churn"_s, .run = runs.back()}));
        }
    }
    qint64 holder(const QString &alias) const
    {
        const auto aliases = need(registry.model(u"churn"_s)).aliases;
        const auto it = aliases.find(alias);
        return it == aliases.end() ? 0 : it->second;
    }
};

} // namespace

class RegistryTest : public QObject
{
    Q_OBJECT
private slots:
    void versionKeepsWhatItCameFrom();
    void wrongNamesAreRefused_data();
    void wrongNamesAreRefused();
    void unknownOnesListWhatThereIs();
    void numbersAreNeverReused();
    void theSameModelOnce();
    void modelsAreKeptInOrder();
    void aliasesMoveAtOnce();
    void promotionAsksForAComparison();
    void justificationIsKeptToTheBit();
    void promotionAgainstAMovedAlias();
    void rollbackFollowsHistory();
    void removedVersionsAreNoWayBack();
    void stagesAndTheirHistory();
    void versionsOutliveTheirRun();
    void damageIsFound();
    void removedModelComesBack();
    void removedVersionComesBack();
    void bytesThatAreGoneAreNotRegistered();
    void importedNamesCanBeNames();
    void importIsIdempotent();
    void aFollowedModelKeepsItsOwnVersions();
    void aTagTakenOffHereStaysOff();
    void aFolderIsKeptOnceItsRunHasIt();
    void processesShareOneHistory();
};

void RegistryTest::versionKeepsWhatItCameFrom()
{
    Registered r(1);
    const ModelVersion version = need(r.registry.version(u"churn"_s, u"1"_s));
    QCOMPARE(version.run, r.runs[0]);
    QCOMPARE(version.runName, u"run 1"_s);
    QCOMPARE(version.artifact, u"model.json"_s);
    QCOMPARE(version.sha256, sha256Of("model 1"));
    QCOMPARE(version.bytes, 7);
    QVERIFY(version.stage == Stage::None);
    const Lineage lineage = need(r.registry.lineage(u"churn"_s, 1));
    QVERIFY(lineage.run);
    QCOMPARE(lineage.run->run.name, u"run 1"_s);
    QCOMPARE(lineage.inputs.size(), 1u);
    QCOMPARE(lineage.inputs[0].digest, u"sha256:aa"_s);
    need(r.registry.verify(u"churn"_s, 1));
    QCOMPARE(need(r.registry.versionsOf(r.runs[0])).size(), 1u);
    QCOMPARE(told(need(r.registry.history(u"churn"_s))), QStringList({u"registered"_s, u"created"_s}));
    QVERIFY(!need(r.registry.history(u"churn"_s))[0].user.isEmpty());
}

void RegistryTest::wrongNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("model");
    QTest::newRow("empty model") << u""_s << true;
    QTest::newRow("slash") << u"a/b"_s << true;
    QTest::newRow("colon") << u"a:b"_s << true;
    QTest::newRow("the folder above") << u".."_s << true;
    QTest::newRow("line break") << u"a\nb"_s << true;
    QTest::newRow("space at the end") << u"a "_s << true;
    QTest::newRow("alias: number") << u"12"_s << false;
    QTest::newRow("alias: v and number") << u"v3"_s << false;
    QTest::newRow("alias: latest") << u"Latest"_s << false;
    QTest::newRow("alias: space") << u"my champion"_s << false;
    QTest::newRow("alias: empty") << u""_s << false;
}

void RegistryTest::wrongNamesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, model);
    Registered r(1);
    if (model)
        QCOMPARE(codeOf(r.registry.create(name)), u"bad_model_name"_s);
    else
        QCOMPARE(codeOf(r.registry.setAlias(u"churn"_s, name, 1)), u"bad_alias"_s);
    QCOMPARE(need(r.registry.models()).size(), 1u);
    QVERIFY(need(r.registry.model(u"churn"_s)).aliases.empty());
}

void RegistryTest::unknownOnesListWhatThereIs()
{
    Registered r(2);
    need(r.registry.setAlias(u"churn"_s, u"champion"_s, 2));
    const auto model = r.registry.model(u"chrun"_s);
    QCOMPARE(codeOf(model), u"unknown_registered_model"_s);
    QVERIFY(QString::fromStdString(model.error().message).contains(u"churn"_s));
    const auto version = r.registry.version(u"churn"_s, u"9"_s);
    QCOMPARE(codeOf(version), u"unknown_version"_s);
    QVERIFY(QString::fromStdString(version.error().message).contains(u"2 (champion)"_s));
    QCOMPARE(need(r.registry.version(u"churn"_s, u"champion"_s)).number, 2);
    QCOMPARE(need(r.registry.version(u"churn"_s, u"v1"_s)).number, 1);
    QCOMPARE(need(r.registry.version(u"churn"_s, u"latest"_s)).number, 2);
    QCOMPARE(codeOf(r.registry.removeAlias(u"churn"_s, u"challenger"_s)), u"unknown_alias"_s);
    QCOMPARE(codeOf(r.registry.setAlias(u"churn"_s, u"champion"_s, 7)), u"unknown_version"_s);
    QCOMPARE(r.holder(u"champion"_s), 2);
    const RunId bare = need(r.store->begin({.name = u"bare"_s}));
    QCOMPARE(codeOf(r.registry.add({.model = u"churn"_s, .run = bare})), u"no_model"_s);
    QCOMPARE(codeOf(r.registry.add({.model = u"churn"_s, .run = r.runs[0], .artifact = u"x"_s})),
             u"unknown_artifact"_s);
}

void RegistryTest::numbersAreNeverReused()
{
    Registered r(3);
    need(r.registry.removeVersion(u"churn"_s, 3, u"trained on the wrong file"_s));
    QCOMPARE(need(r.registry.model(u"churn"_s)).latest, 2);
    const RunId run = modelRun(*r.store.store, u"run 4"_s, "model 4");
    QCOMPARE(need(r.registry.add({.model = u"churn"_s, .run = run})).number, 4);
    QCOMPARE(codeOf(r.registry.version(u"churn"_s, u"3"_s)), u"unknown_version"_s);
    const auto history = need(r.registry.history(u"churn"_s));
    QCOMPARE(history[1].what, u"version_removed"_s);
    QCOMPARE(history[1].reason, u"trained on the wrong file"_s);
}

void RegistryTest::theSameModelOnce()
{
    Registered r(1);
    QCOMPARE(codeOf(r.registry.add({.model = u"churn"_s, .run = r.runs[0]})), u"already_registered"_s);
    // In another model it may be, and a refused one makes no model.
    need(r.registry.add({.model = u"other"_s, .run = r.runs[0]}));
    QCOMPARE(need(r.registry.versionsOf(r.runs[0])).size(), 2u);
}

void RegistryTest::modelsAreKeptInOrder()
{
    Registered r(1);
    need(r.registry.create(u"prices"_s, u"of *houses*"_s));
    QCOMPARE(codeOf(r.registry.create(u"prices"_s)), u"model_exists"_s);
    QCOMPARE(codeOf(r.registry.rename(u"prices"_s, u"churn"_s)), u"model_exists"_s);
    need(r.registry.rename(u"prices"_s, u"house prices"_s));
    need(r.registry.setNote(u"house prices"_s, u"in euros"_s));
    need(r.registry.setTag(u"house prices"_s, u"owner"_s, u"ada"_s));
    need(r.registry.setTag(u"house prices"_s, u"owner"_s, u"bo"_s));
    need(r.registry.setVersionTag(u"churn"_s, 1, u"checked"_s, u"yes"_s));
    need(r.registry.setVersionNote(u"churn"_s, 1, u"first"_s));
    const auto models = need(r.registry.models());
    QCOMPARE(models.size(), 2u);
    QCOMPARE(models[0].name, u"churn"_s);
    QCOMPARE(models[0].versions, 1);
    QCOMPARE(models[1].note, u"in euros"_s);
    QCOMPARE(models[1].tags.at(u"owner"_s), u"bo"_s);
    const ModelVersion version = need(r.registry.version(u"churn"_s, u"1"_s));
    QCOMPARE(version.note, u"first"_s);
    QCOMPARE(version.tags.at(u"checked"_s), u"yes"_s);
    need(r.registry.removeVersionTag(u"churn"_s, 1, u"checked"_s));
    need(r.registry.removeTag(u"house prices"_s, u"owner"_s));
    QVERIFY(need(r.registry.version(u"churn"_s, u"1"_s)).tags.empty());
    QVERIFY(need(r.registry.model(u"house prices"_s)).tags.empty());
}

void RegistryTest::aliasesMoveAtOnce()
{
    Registered r(3);
    need(r.registry.setAlias(u"churn"_s, u"challenger"_s, 1));
    need(r.registry.setAlias(u"churn"_s, u"challenger"_s, 3, u"newer"_s));
    need(r.registry.setAlias(u"churn"_s, u"shadow"_s, 3));
    QCOMPARE(r.holder(u"challenger"_s), 3);
    QCOMPARE(need(r.registry.version(u"churn"_s, u"3"_s)).aliases, QStringList({u"challenger"_s, u"shadow"_s}));
    QVERIFY(need(r.registry.version(u"churn"_s, u"1"_s)).aliases.isEmpty());
    const auto history = need(r.registry.history(u"churn"_s));
    QCOMPARE(history[1].from, u"1"_s);
    QCOMPARE(history[1].to, u"3"_s);
    QCOMPARE(history[1].reason, u"newer"_s);
    need(r.registry.removeAlias(u"churn"_s, u"shadow"_s));
    QCOMPARE(r.holder(u"shadow"_s), 0);
}

void RegistryTest::promotionAsksForAComparison()
{
    Registered r(3);
    // The first champion replaces none.
    need(r.registry.promote(u"churn"_s, 1, u"champion"_s));
    QCOMPARE(codeOf(r.registry.setAlias(u"churn"_s, u"champion"_s, 2)), u"needs_comparison"_s);
    QCOMPARE(codeOf(r.registry.promote(u"churn"_s, 2, u"champion"_s)), u"needs_comparison"_s);
    const auto worse = r.registry.promote(u"churn"_s, 2, u"champion"_s,
                                          {.justification = figures(Standing::Worse, r.runs[1], r.runs[0], 1)});
    QCOMPARE(codeOf(worse), u"not_better"_s);
    QVERIFY(QString::fromStdString(worse.error().message).contains(u"b is better than a."_s));
    QCOMPARE(codeOf(r.registry.promote(u"churn"_s, 2, u"champion"_s, {.reason = u"  "_s})), u"needs_comparison"_s);
    QCOMPARE(r.holder(u"champion"_s), 1);
    QCOMPARE(need(r.registry.history(u"churn"_s)).front().version, 1);
    need(r.registry.promote(
        u"churn"_s, 2, u"champion"_s,
        {.justification = figures(Standing::Worse, r.runs[1], r.runs[0], 1), .reason = u"half as slow"_s}));
    QCOMPARE(r.holder(u"champion"_s), 2);
    for (const Standing standing : {Standing::Better, Standing::Equivalent, Standing::Undecided}) {
        const qint64 to = r.holder(u"champion"_s) == 2 ? 3 : 2;
        need(r.registry.promote(u"churn"_s, to, u"champion"_s,
                                {.justification = figures(standing, r.runs[2], r.runs[1], 2)}));
        QCOMPARE(r.holder(u"champion"_s), to);
    }
}

void RegistryTest::justificationIsKeptToTheBit()
{
    Registered r(2);
    need(r.registry.promote(u"churn"_s, 1, u"champion"_s));
    const Justification given = figures(Standing::Better, r.runs[1], r.runs[0], 1);
    need(r.registry.promote(u"churn"_s, 2, u"champion"_s, {.justification = given, .reason = u"why not"_s}));
    r.store.reopen();
    const ModelRegistry registry(*r.store.store);
    const auto history = need(registry.history(u"churn"_s));
    QCOMPARE(history.front().what, u"promoted"_s);
    QCOMPARE(history.front().key, u"champion"_s);
    QCOMPARE(history.front().reason, u"why not"_s);
    QVERIFY(history.front().justification == given);
}

void RegistryTest::promotionAgainstAMovedAlias()
{
    Registered r(3);
    need(r.registry.promote(u"churn"_s, 1, u"champion"_s, {.replaces = 0}));
    const Promotion seen{.justification = figures(Standing::Better, r.runs[2], r.runs[0], 1), .replaces = 1};
    need(r.registry.promote(u"churn"_s, 2, u"champion"_s, {.reason = u"hotfix"_s}));
    QCOMPARE(codeOf(r.registry.promote(u"churn"_s, 3, u"champion"_s, seen)), u"alias_moved"_s);
    QCOMPARE(r.holder(u"champion"_s), 2);
}

void RegistryTest::rollbackFollowsHistory()
{
    Registered r(4);
    const QString champion = u"champion"_s;
    QCOMPARE(codeOf(r.registry.rollBack(u"churn"_s, champion)), u"nothing_before"_s);
    for (const qint64 version : {1, 2, 3})
        need(r.registry.promote(u"churn"_s, version, champion, {.reason = u"r"_s}));
    QCOMPARE(need(r.registry.rollBack(u"churn"_s, champion, u"complaints"_s)), 2);
    // Again: further back, not forth.
    QCOMPARE(need(r.registry.rollBack(u"churn"_s, champion)), 1);
    QCOMPARE(codeOf(r.registry.rollBack(u"churn"_s, champion)), u"nothing_before"_s);
    QCOMPARE(r.holder(champion), 1);
    need(r.registry.promote(u"churn"_s, 4, champion, {.reason = u"r"_s}));
    QCOMPARE(need(r.registry.rollBack(u"churn"_s, champion)), 1);
    need(r.registry.promote(u"churn"_s, 2, champion, {.reason = u"r"_s}));
    need(r.registry.removeAlias(u"churn"_s, champion));
    QCOMPARE(need(r.registry.rollBack(u"churn"_s, champion)), 2);
    QCOMPARE(need(r.registry.history(u"churn"_s)).front().what, u"rolled_back"_s);
}

void RegistryTest::removedVersionsAreNoWayBack()
{
    Registered r(3);
    for (const qint64 version : {1, 2, 3})
        need(r.registry.promote(u"churn"_s, version, u"champion"_s, {.reason = u"r"_s}));
    need(r.registry.removeVersion(u"churn"_s, 2));
    QCOMPARE(need(r.registry.rollBack(u"churn"_s, u"champion"_s)), 1);
    need(r.registry.removeVersion(u"churn"_s, 1));
    QCOMPARE(r.holder(u"champion"_s), 0);
    QVERIFY(told(need(r.registry.history(u"churn"_s))).contains(u"alias_removed"_s));
}

void RegistryTest::stagesAndTheirHistory()
{
    Registered r(1);
    need(r.registry.setStage(u"churn"_s, 1, need(stageFromName(u"Production"_s)), u"agreed"_s));
    QVERIFY(need(r.registry.version(u"churn"_s, u"1"_s)).stage == Stage::Production);
    const RegistryEvent event = need(r.registry.history(u"churn"_s)).front();
    QCOMPARE(event.from, u"none"_s);
    QCOMPARE(event.to, u"production"_s);
    QCOMPARE(event.reason, u"agreed"_s);
    QCOMPARE(codeOf(stageFromName(u"prod"_s)), u"bad_stage"_s);
}

void RegistryTest::versionsOutliveTheirRun()
{
    Registered r(1);
    Transaction change(r.store->database());
    change.run("DELETE FROM runs WHERE uuid = ?", {r.runs[0].value});
    need(change.commit());
    const ModelVersion version = need(r.registry.version(u"churn"_s, u"1"_s));
    QCOMPARE(version.run, r.runs[0]);
    QVERIFY(version.runName.isEmpty());
    const Lineage lineage = need(r.registry.lineage(u"churn"_s, 1));
    QVERIFY(!lineage.run);
    QCOMPARE(lineage.inputs.at(0).digest, u"sha256:aa"_s);
    need(r.registry.verify(u"churn"_s, 1));
}

void RegistryTest::damageIsFound()
{
    Registered r(2);
    const QString first = r.store->artifacts().path(sha256Of("model 1"));
    QFile file(first);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write("M") == 1);
    file.close();
    QCOMPARE(codeOf(r.registry.verify(u"churn"_s, 1)), u"artifact_damaged"_s);
    need(r.registry.verify(u"churn"_s, 2));
    QVERIFY(QFile::remove(r.store->artifacts().path(sha256Of("model 2"))));
    QCOMPARE(codeOf(r.registry.verify(u"churn"_s, 2)), u"artifact_damaged"_s);
}

void RegistryTest::removedModelComesBack()
{
    Registered r(3);
    need(r.registry.setTag(u"churn"_s, u"owner"_s, u"ada"_s));
    need(r.registry.setVersionTag(u"churn"_s, 2, u"k"_s, u"v"_s));
    need(r.registry.promote(u"churn"_s, 2, u"champion"_s));
    need(r.registry.removeVersion(u"churn"_s, 3));
    const auto versions = need(r.registry.versions(u"churn"_s));
    const auto history = need(r.registry.history(u"churn"_s));
    const RemovedModel removed = need(r.registry.remove(u"churn"_s));
    QVERIFY(need(r.registry.models()).empty());
    need(r.registry.restore(removed));
    QVERIFY(need(r.registry.model(u"churn"_s)).aliases == removed.model.aliases);
    QVERIFY(need(r.registry.model(u"churn"_s)).tags == removed.model.tags);
    QVERIFY(need(r.registry.versions(u"churn"_s)) == versions);
    auto after = need(r.registry.history(u"churn"_s));
    QCOMPARE(after.front().what, u"restored"_s);
    after.erase(after.begin());
    QVERIFY(after == history);
    QCOMPARE(codeOf(r.registry.restore(removed)), u"model_exists"_s);
    // Removed numbers stay used.
    const RunId run = modelRun(*r.store.store, u"run 4"_s, "model 4");
    QCOMPARE(need(r.registry.add({.model = u"churn"_s, .run = run})).number, 4);
}

void RegistryTest::removedVersionComesBack()
{
    Registered r(3);
    need(r.registry.setVersionTag(u"churn"_s, 2, u"k"_s, u"v"_s));
    need(r.registry.setVersionNote(u"churn"_s, 2, u"of March"_s));
    need(r.registry.setStage(u"churn"_s, 2, Stage::Production));
    need(r.registry.promote(u"churn"_s, 2, u"champion"_s));
    need(r.registry.setAlias(u"churn"_s, u"shadow"_s, 2));
    const ModelVersion before = need(r.registry.version(u"churn"_s, u"2"_s));
    const RemovedVersion removed = need(r.registry.removeVersion(u"churn"_s, 2));
    QVERIFY(removed.version == before);
    need(r.registry.setAlias(u"churn"_s, u"shadow"_s, 3)); // somebody else has it by now
    need(r.registry.restoreVersion(removed, u"a mistake"_s));
    ModelVersion after = need(r.registry.version(u"churn"_s, u"2"_s));
    QCOMPARE(after.aliases, QStringList(u"champion"_s));
    QCOMPARE(r.holder(u"shadow"_s), 3);
    after.aliases = before.aliases;
    after.updated = before.updated;
    QVERIFY(after == before);
    const auto history = need(r.registry.history(u"churn"_s));
    QCOMPARE(history[0].what, u"alias"_s);
    QCOMPARE(history[1].what, u"restored"_s);
    QCOMPARE(history[1].reason, u"a mistake"_s);
    QCOMPARE(codeOf(r.registry.restoreVersion(removed)), u"version_exists"_s);

    const RemovedVersion again = need(r.registry.removeVersion(u"churn"_s, 2));
    QVERIFY(QFile::remove(r.store->artifacts().path(sha256Of("model 2"))));
    QCOMPARE(codeOf(r.registry.restoreVersion(again)), u"artifact_gone"_s);
    QCOMPARE(need(r.registry.versions(u"churn"_s)).size(), 2u);
}

void RegistryTest::bytesThatAreGoneAreNotRegistered()
{
    Registered r(2);
    const RemovedModel removed = need(r.registry.remove(u"churn"_s));
    QVERIFY(QFile::remove(r.store->artifacts().path(sha256Of("model 2"))));
    QCOMPARE(codeOf(r.registry.restore(removed)), u"artifact_gone"_s);
    QCOMPARE(codeOf(r.registry.add({.model = u"churn"_s, .run = r.runs[1]})), u"artifact_gone"_s);
    // Nothing of either was written.
    QVERIFY(need(r.registry.models()).empty());
    QCOMPARE(need(r.registry.add({.model = u"churn"_s, .run = r.runs[0]})).number, 1);
}

void RegistryTest::importedNamesCanBeNames()
{
    Registered r(1);
    const struct
    {
        QString given, name;
    } names[] = {{u"a/b"_s, u"a_b"_s},      {u"a:b"_s, u"a_b-2"_s},       {u".."_s, u"model"_s},
                 {u" x\n"_s, u"x"_s},       {u"prod@eu"_s, u"prod_eu"_s}, {QString(), u"model-2"_s},
                 {u"churn"_s, u"churn-2"_s}};
    for (int i = 0; const auto &[given, name] : names) {
        const auto count = need(
            r.registry.importModel({.source = u"mlflow:%1"_s.arg(++i), .name = given, .versions = {{.number = 1}}}));
        QCOMPARE(count.name, name);
        need(r.registry.setAlias(name, u"shadow"_s, 1));
    }
    const auto lengthy = need(r.registry.importModel({.source = u"mlflow:long"_s, .name = QString(300, u'x')}));
    QVERIFY(lengthy.name.size() < 255);
}

void RegistryTest::importIsIdempotent()
{
    Registered r(1);
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(1'600'000'000'000, Qt::UTC);
    ImportedModel model{.source = u"mlflow:/x/churn"_s,
                        .name = u"churn"_s,
                        .note = u"n"_s,
                        .created = then,
                        .updated = then.addDays(2),
                        .tags = {{u"t"_s, u"1"_s}},
                        .aliases = {{u"champion"_s, 7}},
                        .versions = {{.number = 2,
                                      .run = r.runs[0],
                                      .artifact = u"model.json"_s,
                                      .stage = Stage::Archived,
                                      .source = u"mlflow:/x/churn/2"_s,
                                      .user = u"bo"_s,
                                      .created = then,
                                      .updated = then.addDays(1),
                                      .tags = {{u"a"_s, u"b"_s}}},
                                     {.number = 7, .source = u"mlflow:/x/churn/7"_s, .created = then}}};
    const ImportedModelCount first = need(r.registry.importModel(model));
    QVERIFY((first == ImportedModelCount{.name = u"churn-2"_s, .added = true, .versions = 2}));
    const RegisteredModel there = need(r.registry.model(u"churn-2"_s));
    QCOMPARE(there.created, then);
    QCOMPARE(there.updated, then.addDays(2));
    QVERIFY(there.aliases == model.aliases);
    QCOMPARE(there.latest, 7);
    const ModelVersion version = need(r.registry.version(u"churn-2"_s, u"2"_s));
    QCOMPARE(version.created, then);
    QCOMPARE(version.updated, then.addDays(1));
    QCOMPARE(version.sha256, sha256Of("model 1"));
    QVERIFY(version.stage == Stage::Archived);
    QVERIFY(version.tags == model.versions[0].tags);
    // A second time adds nothing, and takes back nothing that was changed here.
    need(r.registry.setAlias(u"churn-2"_s, u"champion"_s, 2, u"r"_s));
    need(r.registry.removeVersion(u"churn-2"_s, 7));
    const auto before = need(r.registry.history(u"churn-2"_s)).size();
    QVERIFY((need(r.registry.importModel(model)) == ImportedModelCount{.name = u"churn-2"_s}));
    QCOMPARE(need(r.registry.model(u"churn-2"_s)).aliases.at(u"champion"_s), 2);
    QCOMPARE(need(r.registry.history(u"churn-2"_s)).size(), before);
    model.versions.push_back({.number = 8});
    model.aliases[u"next"_s] = 8;
    model.aliases[u"gone"_s] = 9; // of a version that did not come with it
    QCOMPARE(need(r.registry.importModel(model)).versions, 1);
    QCOMPARE(need(r.registry.model(u"churn-2"_s)).aliases.at(u"next"_s), 8);
    QVERIFY(!need(r.registry.model(u"churn-2"_s)).aliases.contains(u"gone"_s));
    QCOMPARE(codeOf(r.registry.verify(u"churn-2"_s, 8)), u"artifact_damaged"_s);
}

/// The source makes a version of the number that was taken here first.
void RegistryTest::aFollowedModelKeepsItsOwnVersions()
{
    Registered r(1);
    ImportedModel model{.source = u"mlflow:/x/m"_s,
                        .name = u"m"_s,
                        .aliases = {{u"champion"_s, 2}},
                        .versions = {{.number = 1, .source = u"mlflow:/x/m/1"_s}, {.number = 2}},
                        .follows = true};
    need(r.registry.importModel(model));
    QCOMPARE(need(r.registry.add({.model = u"m"_s, .run = r.runs[0]})).number, 3);
    model.versions.push_back({.number = 3,
                              .stage = Stage::Production,
                              .note = u"theirs"_s,
                              .source = u"mlflow:/x/m/3"_s,
                              .tags = {{u"t"_s, u"1"_s}}});
    model.versions[1].note = u"second"_s;
    model.aliases = {{u"champion"_s, 3}, {u"next"_s, 3}};
    const ImportedModelCount taken = need(r.registry.importModel(model));
    const ModelVersion own = need(r.registry.version(u"m"_s, u"3"_s));
    QVERIFY(own.stage == Stage::None);
    QCOMPARE(own.note, QString());
    QVERIFY(own.tags.empty());
    QCOMPARE(own.aliases, QStringList());
    QCOMPARE(need(r.registry.model(u"m"_s)).aliases, (std::map<QString, qint64>{{u"champion"_s, 2}}));
    QCOMPARE(need(r.registry.version(u"m"_s, u"2"_s)).note, u"second"_s); // which has no source of its own
    QCOMPARE(taken.versions, 0);
    QCOMPARE(taken.kept, QStringList({u"version 3"_s, u"alias `champion`"_s, u"alias `next`"_s}));
}

void RegistryTest::aTagTakenOffHereStaysOff()
{
    Registered r(1);
    const ImportedModel model{.source = u"mlflow:/x/m"_s, .name = u"m"_s, .tags = {{u"t"_s, u"1"_s}}, .follows = true};
    need(r.registry.importModel(model));
    QCOMPARE(need(r.registry.model(u"m"_s)).tags.size(), 1u);
    need(r.registry.removeTag(u"m"_s, u"t"_s));
    QVERIFY(need(r.registry.model(u"m"_s)).tags.empty());
    const ImportedModelCount taken = need(r.registry.importModel(model));
    QVERIFY(need(r.registry.model(u"m"_s)).tags.empty());
    QCOMPARE(taken.changed, 0);
    QCOMPARE(taken.kept, QStringList({u"tag `t`"_s}));
}

void RegistryTest::aFolderIsKeptOnceItsRunHasIt()
{
    Registered r(1);
    const ImportedModel model{.source = u"mlflow:f"_s,
                              .name = u"folder"_s,
                              .versions = {{.number = 1, .run = r.runs[0], .artifact = u"net"_s}}};
    need(r.registry.importModel(model));
    QCOMPARE(codeOf(r.registry.verify(u"folder"_s, 1)), u"artifact_damaged"_s);
    need(r.store->addArtifact(r.runs[0], u"net/a"_s, u"file"_s, "aaa"));
    need(r.store->addArtifact(r.runs[0], u"net/b/c"_s, u"file"_s, "cc"));
    QCOMPARE(need(r.registry.importModel(model)).versions, 0);
    need(r.registry.verify(u"folder"_s, 1));
    QCOMPARE(need(r.registry.version(u"folder"_s, u"1"_s)).bytes, 5);
    // What was registered stays what it is, whatever the run has later.
    need(r.store->addArtifact(r.runs[0], u"net/d"_s, u"file"_s, "d"));
    need(r.registry.importModel(model));
    QCOMPARE(need(r.registry.version(u"folder"_s, u"1"_s)).bytes, 5);
    RemovedModel removed = need(r.registry.remove(u"folder"_s));
    need(r.registry.restore(removed));
    need(r.registry.verify(u"folder"_s, 1));
    QCOMPARE(need(r.registry.version(u"folder"_s, u"1"_s)).bytes, 5);
    // The model may outlive its run, and come back without it.
    need(r.store->remove({r.runs[0]}));
    need(purge(*r.store.store, {.runs = {r.runs[0]}}));
    removed = need(r.registry.remove(u"folder"_s));
    need(r.registry.restore(removed));
    need(r.registry.verify(u"folder"_s, 1));
    QCOMPARE(need(r.registry.version(u"folder"_s, u"1"_s)).bytes, 5);
    QCOMPARE(need(r.registry.remove(u"folder"_s)).folders.at(1).size(), 2u);
}

void RegistryTest::processesShareOneHistory()
{
    // Every move's `from` is the `to` of the one before: none was made on an old view.
    Registered r(8);
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            auto other = RunStore::open(r.store.path);
            if (!other) {
                ++failures;
                return;
            }
            ModelRegistry registry(**other);
            for (int i = 0; i < 10; ++i)
                if (!registry.setAlias(u"churn"_s, u"shadow"_s, 1 + (t * 3 + i) % 8))
                    ++failures;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures, 0);
    QString last;
    auto history = need(r.registry.history(u"churn"_s));
    std::ranges::reverse(history);
    int moves = 0;
    for (const RegistryEvent &event : history) {
        if (event.what != u"alias"_s)
            continue;
        QCOMPARE(event.from, last);
        last = event.to;
        ++moves;
    }
    QVERIFY(moves > 8);
    QCOMPARE(QString::number(r.holder(u"shadow"_s)), last);
}

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"
