// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakedata.h"
#include "widgets/charts/comparecharts.h"
#include "widgets/charts/svg.h"
#include "widgets/models/conclusion.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace assay;
using namespace assay::ui;

namespace {

engine::Judgement judgement(std::size_t a, std::size_t b, double difference, double halfWidth, engine::Verdict verdict)
{
    return {.a = a,
            .b = b,
            .difference = difference,
            .low = difference - halfWidth,
            .high = difference + halfWidth,
            .pValue = 0.0001,
            .adjustedPValue = 0.0002,
            .test = "delong",
            .rows = 500,
            .verdict = verdict};
}

engine::RankTest ranks()
{
    engine::RankTest test;
    test.metric = "roc_auc";
    test.blocks = 10;
    test.meanRanks = {3.6, 1.2, 2.1, 3.1};
    test.pValue = 0.0004;
    test.criticalDifference = 1.48;
    test.groups = {{1, 2}, {2, 3}, {3, 0}};
    return test;
}

} // namespace

class TestCompareCharts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aCurveDoesNotDifferFromItself()
    {
        const engine::Evaluation a = fake::evaluation(fake::predictions(1, 3)),
                                 b = fake::evaluation(fake::predictions(2, 4));
        const CurveFamily same = rocDifferenceFamily({{"a", &a}, {"again", &a}, {"b", &b}}, 0);
        QVERIFY(same.curves[0].x.empty()); // the baseline
        for (const double y : same.curves[1].y)
            QCOMPARE(y, 0.0);
        QVERIFY(*std::ranges::max_element(same.curves[2].y) > 0.1);
        QCOMPARE(same.curves[2].y.back(), 0.0); // all curves end at (1, 1)
    }

    void aBandHoldsItsCurves()
    {
        std::vector<engine::Evaluation> evaluations;
        for (std::uint64_t seed = 1; seed <= 30; ++seed)
            evaluations.push_back(fake::evaluation(fake::predictions(1, seed)));
        std::vector<NamedEvaluation> models;
        for (const engine::Evaluation &evaluation : evaluations)
            models.push_back({"run", &evaluation});
        const CurveFamily family = rocFamily(models);
        QCOMPARE(family.curves.size(), std::size_t(30));
        QCOMPARE(family.frame.series.size(), std::size_t(1)); // the diagonal
        const auto band = quantileBand(family);
        QCOMPARE(band.size(), std::size_t(3));
        for (std::size_t i = 0; i < band[0].y.size(); ++i) {
            QVERIFY(band[0].y[i] <= band[1].y[i]);
            QVERIFY(band[1].y[i] <= band[2].y[i]);
        }
        const CurveFamily one = rocFamily({models[0]});
        const auto itself = quantileBand(one);
        QCOMPARE(itself[0].y, itself[2].y);
    }

    void errorCurvesReachTheirShare()
    {
        const engine::Predictions p = fake::values(1, 5);
        const CurveFamily family = errorFamily({{"model", &p}});
        std::vector<double> errors;
        for (std::size_t row = 0; row < p.size(); ++row)
            errors.push_back(std::abs(p.scores(static_cast<Eigen::Index>(row), 0) - p.truth[row]));
        const Series &curve = family.curves[0];
        for (std::size_t i = 1; i < curve.x.size(); i += 40) {
            const auto within = std::ranges::count_if(errors, [&](double e) { return e <= curve.x[i]; });
            QVERIFY(std::abs(static_cast<double>(within) / static_cast<double>(errors.size()) - curve.y[i]) < 0.005);
        }
    }

    void agreementHasItsLimits()
    {
        engine::Disagreements rows;
        rows.a = rows.b = fake::values(1, 1);
        rows.b.scores.array() += 3; // always 3 more
        const ChartSpec spec = blandAltmanChart("a", "b", rows);
        QCOMPARE(spec.marks.size(), std::size_t(3));
        QVERIFY(std::abs(spec.marks[0].at + 3) < 1e-9);
        QVERIFY(std::abs(spec.marks[1].at + 3) < 1e-6); // no spread
    }

    void aMatrixHasBothSidesOfAPair()
    {
        using enum engine::Verdict;
        const std::vector<engine::Judgement> judged{judgement(0, 1, 0.05, 0.01, ABetter),
                                                    judgement(0, 2, 0.01, 0.03, Undecided),
                                                    judgement(1, 2, -0.04, 0.01, BBetter)};
        const ChartSpec spec = pairMatrixChart({"a", "b", "c"}, judged, {0, 2, 1}, "roc_auc");
        QCOMPARE(spec.x.categories, (QStringList{"a", "c", "b"}));
        QCOMPARE(spec.series.size(), std::size_t(3));
        QCOMPARE(spec.series[0].x.size(), std::size_t(2)); // a before b, c before b
        QCOMPARE(spec.series[1].x.size(), std::size_t(2)); // and the other way round
        QCOMPARE(spec.series[2].x.size(), std::size_t(2)); // a and c
        QVERIFY(spec.summary.startsWith(QLatin1String("2 of 3 pairs differ")));
    }

    void ranksAreDrawnWithoutCollisions()
    {
        const QStringList names{"a rather long name of a model", "xgboost", "forest", "logistic"};
        for (const double width : {360.0, 560.0, 900.0}) {
            const ScenePicture picture = criticalDifferencePicture(ranks(), names, width, estimatedTextWidth);
            std::vector<QRectF> texts;
            int named = 0, bars = 0;
            for (const SceneShape &shape : picture.shapes) {
                bars += shape.kind == ShapeKind::Polyline && shape.width == 4 ? 1 : 0;
                if (shape.kind != ShapeKind::Text)
                    continue;
                const double w = estimatedTextWidth(shape.text, shape.size, shape.bold);
                const double left = shape.points[0].x() - (shape.anchor == Anchor::End      ? w
                                                           : shape.anchor == Anchor::Middle ? w / 2
                                                                                            : 0);
                const QRectF box(left, shape.points[0].y() - shape.size * 0.8, w, shape.size);
                QVERIFY2(box.left() >= -1 && box.right() <= width + 1, qPrintable(shape.text));
                QVERIFY2(box.bottom() <= picture.size.height(), qPrintable(shape.text));
                for (const QRectF &other : texts)
                    QVERIFY2(!other.intersects(box), qPrintable(shape.text));
                texts.push_back(box);
                named += shape.text.contains(QLatin1String("  ")) ? 1 : 0;
            }
            QVERIFY(named >= 3); // the long one may be cut
            QCOMPARE(bars, 3);
        }
    }

    void ranksAreWrittenAsADocument()
    {
        const ScenePicture picture =
            criticalDifferencePicture(ranks(), {"a", "b & <c>", "d", "e"}, 460, estimatedTextWidth);
        const QString svg =
            svgShapes(picture.shapes, picture.size, picture.title, picture.summary, QStringLiteral("f1"));
        QXmlStreamReader reader(svg);
        int texts = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            texts += reader.isStartElement() && reader.name() == QLatin1String("text") ? 1 : 0;
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(texts >= 4 + 4 + 2);
        QVERIFY(svg.contains(QLatin1String("var(--c")));
    }

    void concludesAboutTwo()
    {
        using enum engine::Verdict;
        const JudgingRule rule{.metric = "roc_auc"};
        const auto sentence = [&](const engine::Judgement &judged) {
            return Conclusion({"xgboost", "logistic"}, {0.86, 0.837}, {judged}, rule).sentences().value(0);
        };
        QCOMPARE(sentence(judgement(0, 1, 0.023, 0.004, ABetter)),
                 QStringLiteral("xgboost is better than logistic by 0.023 ROC AUC (95 % interval 0.019 to 0.027; "
                                "DeLong, p < 0.001)."));
        QCOMPARE(sentence(judgement(0, 1, -0.023, 0.004, BBetter)),
                 QStringLiteral("logistic is better than xgboost by 0.023 ROC AUC (95 % interval 0.019 to 0.027; "
                                "DeLong, p < 0.001)."));
        QVERIFY(sentence(judgement(0, 1, 0.001, 0.003, Undecided))
                    .startsWith(QLatin1String("Between xgboost and logistic no difference in ROC AUC is shown; they "
                                              "may differ by up to 0.0040 either way")));
        QVERIFY(sentence(judgement(0, 1, 0.001, 0.003, Equivalent))
                    .startsWith(QLatin1String("xgboost and logistic are equivalent for practical purposes")));
    }

    void concludesAboutMany()
    {
        using enum engine::Verdict;
        const std::vector<engine::Judgement> judged{
            judgement(0, 1, 0.05, 0.01, ABetter),      judgement(0, 2, 0.001, 0.02, Undecided),
            judgement(0, 3, 0.09, 0.01, ABetter),      judgement(1, 2, -0.05, 0.01, BBetter),
            judgement(1, 3, 0.002, 0.004, Equivalent), judgement(2, 3, 0.08, 0.01, ABetter)};
        const QStringList said =
            Conclusion({"a", "b", "c", "d"}, {0.9, 0.85, 0.899, 0.81}, judged, {.metric = "roc_auc"}).sentences();
        QCOMPARE(said.size(), 3);
        QCOMPARE(said[0], QStringLiteral("a is better than b and d by 0.050 to 0.090 ROC AUC (DeLong, Holm-adjusted "
                                         "p < 0.001 at most)."));
        QCOMPARE(said[1],
                 QStringLiteral("Between a and c no difference is shown; they may differ by up to 0.021 either way."));
        QCOMPARE(said[2], QStringLiteral("Of the 3 other pair(s), 2 differ, 1 are equivalent and 0 are undecided."));
        QVERIFY(Conclusion({"a", "b"}, {0.9, 0.8}, {}, {.metric = "roc_auc"}).sentences().isEmpty());
    }
};

QTEST_MAIN(TestCompareCharts)
#include "tst_comparecharts.moc"
