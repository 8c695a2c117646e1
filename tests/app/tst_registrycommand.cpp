// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "programrun.h"
#include "workbenchfixture.h"

#include <QJsonArray>
#include <QtTest>

/// The registry from the command line, as a person or a script would use it.
class TestRegistryCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void modelsAreListedAsBefore();
    void registers();
    void firstChampionNeedsNoComparison();
    void worseIsRefusedUnlessSaidWhy();
    void betterIsPromotedOnItsFigures();
    void againstAnother();
    void whatCannotBeComparedNeedsAReason();
    void rollsBack();
    void stagesTagsAndNotes();
    void aliases();
    void verifies();
    void deletes();
    void helpAndMistakes();
    void diffTellsTheEnvironment();

private:
    Ran registry(QStringList arguments, bool json = true) const
    {
        arguments = QStringList{"models", "registry"} + arguments;
        return m_box.run(json ? arguments + QStringList{"--json"} : arguments);
    }
    QString train(const char *model, const char *target = "outcome") const
    {
        const Ran ran = m_box.run({"train", "d.csv", "--target", target, "--model", model, "--drop", "day", "--drop",
                                   "customer", "--drop", "kind", "--json"});
        if (ran.code != 0)
            qWarning("%s", ran.err.constData());
        return ran.object().value(QLatin1String("run_id")).toString();
    }
    int champion() const
    {
        return registry({"show", "churn"})
            .object()
            .value(QLatin1String("aliases"))
            .toObject()
            .value(QLatin1String("champion"))
            .toInt();
    }

    Sandbox m_box;
    QString m_good, m_bad, m_other;
};

void TestRegistryCommand::initTestCase()
{
    m_box.write(QStringLiteral("d.csv"), WorkbenchFixture::csv(500, 4));
    m_good = train("logistic");
    m_bad = train("baseline");
    m_other = train("linear", "size");
    QVERIFY(!m_good.isEmpty() && !m_bad.isEmpty() && !m_other.isEmpty());
}

void TestRegistryCommand::modelsAreListedAsBefore()
{
    const QJsonArray list = m_box.run({"models", "--json"}).document().array();
    QVERIFY(list.size() > 5);
    QVERIFY(list[0].toObject().contains(QLatin1String("params")));
    QCOMPARE(m_box.run({"models", "xgboost", "--json"}).object().value(QLatin1String("name")).toString(),
             QStringLiteral("xgboost"));
    QCOMPARE(m_box.run({"models", "xgbost"}).code, 2);
}

void TestRegistryCommand::registers()
{
    QVERIFY(registry({"list"}).object().value(QLatin1String("models")).toArray().isEmpty());
    const Ran first = registry({"register", m_bad, "--model", "churn", "--note", "to begin with", "--tag", "by=ada"});
    QVERIFY2(first.code == 0, first.err.constData());
    QCOMPARE(first.object().value(QLatin1String("version")).toInt(), 1);
    QCOMPARE(first.object().value(QLatin1String("note")).toString(), QStringLiteral("to begin with"));
    QCOMPARE(registry({"register", m_good, "--model", "churn"}).object().value(QLatin1String("version")).toInt(), 2);
    const Ran twice = registry({"register", m_good, "--model", "churn"});
    QCOMPARE(twice.code, 5);
    QCOMPARE(twice.error().value(QLatin1String("code")).toString(), QStringLiteral("already_registered"));
    // Without a name: what it predicts.
    QCOMPARE(registry({"register", m_other}).object().value(QLatin1String("model")).toString(), QStringLiteral("size"));
    const QJsonObject shown = registry({"show", "churn"}).object();
    const QJsonObject newest = shown.value(QLatin1String("versions")).toArray()[0].toObject();
    QCOMPARE(newest.value(QLatin1String("run_id")).toString(), m_good);
    QVERIFY(newest.value(QLatin1String("metrics")).toObject().contains(QLatin1String("roc_auc")));
    QVERIFY(newest.value(QLatin1String("inputs"))
                .toArray()[0]
                .toObject()
                .value(QLatin1String("digest"))
                .toString()
                .startsWith(QLatin1String("sha256:")));
    QVERIFY(registry({"list"}, false).out.contains("churn"));
    QVERIFY(registry({"show", "churn"}, false).out.contains("roc_auc"));
}

void TestRegistryCommand::firstChampionNeedsNoComparison()
{
    const Ran ran = registry({"promote", "churn", "2"});
    QVERIFY2(ran.code == 0, ran.err.constData());
    QVERIFY(ran.object().value(QLatin1String("justification")).isNull());
    QCOMPARE(champion(), 2);
}

void TestRegistryCommand::worseIsRefusedUnlessSaidWhy()
{
    const Ran refused = registry({"promote", "churn", "1"});
    QCOMPARE(refused.code, 5);
    QCOMPARE(refused.error().value(QLatin1String("code")).toString(), QStringLiteral("not_better"));
    QCOMPARE(champion(), 2);
    const Ran moved = registry({"promote", "churn", "1", "--reason", "it is simple"});
    QVERIFY2(moved.code == 0, moved.err.constData());
    const QJsonObject why = moved.object().value(QLatin1String("justification")).toObject();
    QCOMPARE(why.value(QLatin1String("standing")).toString(), QStringLiteral("worse"));
    QCOMPARE(champion(), 1);
    const QJsonObject event =
        registry({"history", "churn"}).object().value(QLatin1String("events")).toArray()[0].toObject();
    QCOMPARE(event.value(QLatin1String("reason")).toString(), QStringLiteral("it is simple"));
    QCOMPARE(event.value(QLatin1String("justification")).toObject(), why);
}

void TestRegistryCommand::betterIsPromotedOnItsFigures()
{
    const Ran moved = registry({"promote", "churn", "2"});
    QVERIFY2(moved.code == 0, moved.err.constData());
    const QJsonObject why = moved.object().value(QLatin1String("justification")).toObject();
    QCOMPARE(why.value(QLatin1String("standing")).toString(), QStringLiteral("better"));
    QCOMPARE(why.value(QLatin1String("challenger_run")).toString(), m_good);
    QCOMPARE(why.value(QLatin1String("champion_run")).toString(), m_bad);
    // The very figures that comparing the two runs gives.
    const QJsonObject pair =
        m_box.run({"compare", m_good, m_bad, "--json"}).object().value(QLatin1String("pairs")).toArray()[0].toObject();
    const QJsonObject delong = pair.value(QLatin1String("delong")).toObject();
    QCOMPARE(why.value(QLatin1String("test")).toString(), QStringLiteral("delong"));
    for (const auto &[ours, theirs] : {std::pair("difference", "difference"), std::pair("low", "low"),
                                       std::pair("high", "high"), std::pair("p_value", "p_value")})
        QCOMPARE(why.value(QLatin1String(ours)).toDouble(), delong.value(QLatin1String(theirs)).toDouble());
    QVERIFY(why.value(QLatin1String("verdict")).toString().contains(QLatin1String("version 2 is better")));
    QCOMPARE(champion(), 2);
}

void TestRegistryCommand::againstAnother()
{
    // Already there, still compared where asked; another metric decides.
    const Ran ran =
        registry({"promote", "churn", "2", "--alias", "challenger", "--against", "1", "--metric", "accuracy"});
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonObject why = ran.object().value(QLatin1String("justification")).toObject();
    QCOMPARE(why.value(QLatin1String("metric")).toString(), QStringLiteral("accuracy"));
    QCOMPARE(why.value(QLatin1String("champion_version")).toInt(), 1);
}

void TestRegistryCommand::whatCannotBeComparedNeedsAReason()
{
    QCOMPARE(registry({"register", m_other, "--model", "churn"}).object().value(QLatin1String("version")).toInt(), 3);
    const Ran refused = registry({"promote", "churn", "3"});
    QVERIFY(refused.code != 0);
    QCOMPARE(champion(), 2);
    const Ran forced = registry({"promote", "churn", "3", "--force"});
    QVERIFY2(forced.code == 0, forced.err.constData());
    QCOMPARE(champion(), 3);
    QVERIFY(registry({"history", "churn"}, false).out.contains("because: forced"));
}

void TestRegistryCommand::rollsBack()
{
    const Ran back = registry({"rollback", "churn", "--reason", "complaints"});
    QVERIFY2(back.code == 0, back.err.constData());
    QCOMPARE(back.object().value(QLatin1String("version")).toInt(), 2);
    QCOMPARE(back.object().value(QLatin1String("before")).toInt(), 3);
    QCOMPARE(champion(), 2);
}

void TestRegistryCommand::stagesTagsAndNotes()
{
    const Ran staged = registry({"stage", "churn", "champion", "Production"});
    QVERIFY2(staged.code == 0, staged.err.constData());
    QCOMPARE(staged.object().value(QLatin1String("version")).toInt(), 2);
    QCOMPARE(staged.object().value(QLatin1String("stage")).toString(), QStringLiteral("production"));
    QCOMPARE(registry({"stage", "churn", "2", "prod"}).code, 2);
    QCOMPARE(registry({"tag", "churn", "owner=ada", "a=b"})
                 .object()
                 .value(QLatin1String("tags"))
                 .toObject()
                 .value(QLatin1String("owner"))
                 .toString(),
             QStringLiteral("ada"));
    QVERIFY(!registry({"tag", "churn", "--remove", "a"})
                 .object()
                 .value(QLatin1String("tags"))
                 .toObject()
                 .contains(QLatin1String("a")));
    QCOMPARE(registry({"note", "churn", "who leaves"}).object().value(QLatin1String("note")).toString(),
             QStringLiteral("who leaves"));
    QCOMPARE(registry({"note", "churn", "first", "--version", "1"}).object().value(QLatin1String("note")).toString(),
             QStringLiteral("first"));
}

void TestRegistryCommand::aliases()
{
    QCOMPARE(registry({"alias", "churn", "shadow", "1"}).object().value(QLatin1String("alias")).toString(),
             QStringLiteral("shadow"));
    // The champion is not moved past the comparison.
    QCOMPARE(registry({"alias", "churn", "champion", "1"}).error().value(QLatin1String("code")).toString(),
             QStringLiteral("needs_comparison"));
    QCOMPARE(registry({"alias", "churn", "shadow"}).code, 2);
    QCOMPARE(registry({"alias", "churn", "shadow", "--remove"}).code, 0);
    QCOMPARE(registry({"alias", "churn", "shadow", "--remove"}).code, 4);
}

void TestRegistryCommand::verifies()
{
    QCOMPARE(registry({"verify", "churn"}).object().value(QLatin1String("verified")).toInt(), 3);
    const QJsonObject version =
        registry({"show", "size"}).object().value(QLatin1String("versions")).toArray()[0].toObject();
    const QString sha = version.value(QLatin1String("sha256")).toString();
    QString folder = m_box.store();
    folder.replace(QLatin1String(".db"), QLatin1String("-artifacts"));
    QFile file(folder + u'/' + sha.left(2) + u'/' + sha.mid(2));
    QVERIFY(file.open(QIODevice::Append) && file.write("x") == 1);
    file.close();
    const Ran ran = registry({"verify", "size", "1"});
    QCOMPARE(ran.code, 5);
    QCOMPARE(ran.error().value(QLatin1String("code")).toString(), QStringLiteral("artifact_damaged"));
}

void TestRegistryCommand::deletes()
{
    QCOMPARE(registry({"delete", "churn", "--version", "2"}).error().value(QLatin1String("code")).toString(),
             QStringLiteral("version_in_use"));
    QCOMPARE(registry({"delete", "churn", "--version", "1"}).code, 0);
    QCOMPARE(registry({"delete", "churn"}).error().value(QLatin1String("code")).toString(),
             QStringLiteral("model_in_use"));
    QCOMPARE(registry({"rename", "churn", "leavers"}).code, 0);
    QCOMPARE(registry({"delete", "leavers", "--force"}).code, 0);
    QCOMPARE(registry({"show", "leavers"}).code, 4);
    QCOMPARE(registry({"create", "empty", "--note", "n"}).code, 0);
    QCOMPARE(registry({"delete", "empty"}).code, 0);
}

void TestRegistryCommand::helpAndMistakes()
{
    const Ran help = m_box.run({"models", "registry", "promote", "--help"});
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains("--against"), help.out.constData());
    QVERIFY(m_box.run({"models", "registry", "--help"}).out.contains("rollback"));
    QVERIFY(m_box.run({"models", "--help"}).out.contains("registry"));
    const Ran missing = m_box.run({"models", "registry", "promote", "churn"});
    QCOMPARE(missing.code, 2);
    QVERIFY2(missing.err.contains("assay models registry promote --help"), missing.err.constData());
    QCOMPARE(m_box.run({"models", "registry"}).code, 2);
    QCOMPARE(m_box.run({"models", "registry", "list", "surplus"}).code, 2);
}

void TestRegistryCommand::diffTellsTheEnvironment()
{
    const Ran one =
        m_box.run({"train", "d.csv", "--target", "outcome", "--model", "baseline", "--threads", "1", "--json"});
    const Ran two =
        m_box.run({"train", "d.csv", "--target", "outcome", "--model", "baseline", "--threads", "2", "--json"});
    const QString a = one.object().value(QLatin1String("run_id")).toString(),
                  b = two.object().value(QLatin1String("run_id")).toString();
    const QJsonObject environment =
        m_box.run({"diff", a, b, "--json"}).object().value(QLatin1String("environment")).toObject();
    QCOMPARE(environment.keys(), QStringList{"threads"});
    QCOMPARE(environment.value(QLatin1String("threads")).toArray(), (QJsonArray{1, 2}));
    QVERIFY(m_box.run({"diff", a, b}).out.contains("environment"));
}

QTEST_GUILESS_MAIN(TestRegistryCommand)
#include "tst_registrycommand.moc"
