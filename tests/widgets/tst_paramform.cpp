// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakedata.h"
#include "widgets/controls/paramform.h"
#include "widgets/controls/paramspinbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace assay;
using namespace assay::ui;

class TestParamForm : public QObject
{
    Q_OBJECT

private slots:
    void startsWithDefaults();
    void readsEveryKind();
    void explainsWhatIsNotAccepted_data();
    void explainsWhatIsNotAccepted();
    void steps_data();
    void steps();
    void resetsOneField();
    void namesEveryField();

private:
    static std::vector<ParamSpec> specs()
    {
        auto models = fake::models();
        std::vector<ParamSpec> all = models[1].params;
        all.insert(all.end(), models[4].params.begin(), models[4].params.end());
        return all;
    }
    static void type(ParamSpinBox *box, const QString &text)
    {
        box->selectAll();
        QTest::keyClicks(box, text);
    }
};

void TestParamForm::startsWithDefaults()
{
    const ParamForm form(specs());
    QVERIFY(form.isValid());
    QVERIFY(form.changedParams().empty());
}

void TestParamForm::readsEveryKind()
{
    ParamForm form(specs());
    QSignalSpy changed(&form, &ParamForm::changed);
    form.show();
    type(form.findChild<ParamSpinBox *>(QStringLiteral("param-max_depth")), QStringLiteral("9"));
    type(form.findChild<ParamSpinBox *>(QStringLiteral("param-learning_rate")), QStringLiteral("5e-2"));
    QTest::mouseClick(form.findChild<QCheckBox *>(QStringLiteral("param-fit_intercept")), Qt::LeftButton, {},
                      QPoint(8, 8));
    QTest::keyClick(form.findChild<QComboBox *>(QStringLiteral("param-penalty")), Qt::Key_Down);
    const Params expected{{"max_depth", std::int64_t{9}},
                          {"learning_rate", 0.05},
                          {"fit_intercept", false},
                          {"penalty", std::string("elasticnet")}};
    QCOMPARE(form.changedParams(), expected);
    QVERIFY(changed.count() >= 4);
    form.reset();
    QVERIFY(form.changedParams().empty());
}

void TestParamForm::explainsWhatIsNotAccepted_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("below the range") << "n_estimators"
                                     << "0";
    QTest::newRow("above the range") << "learning_rate"
                                     << "1.5";
    QTest::newRow("excluded bound") << "C"
                                    << "0";
    QTest::newRow("no whole number") << "max_depth"
                                     << "2.5";
    QTest::newRow("no number") << "C"
                               << "much";
}

void TestParamForm::explainsWhatIsNotAccepted()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    ParamForm form(specs());
    form.show();
    type(form.findChild<ParamSpinBox *>(QStringLiteral("param-") + field), text);
    QVERIFY(!form.isValid());
    QString problem;
    for (const QLabel *label : form.findChildren<QLabel *>()) {
        if (label->property("role") == QStringLiteral("error") && label->isVisible())
            problem += label->text();
    }
    QVERIFY2(problem.contains(field), qPrintable(problem));
    QVERIFY(!form.changedParams().contains(field.toStdString()));
}

void TestParamForm::steps_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("by");
    QTest::addColumn<double>("expected");
    QTest::newRow("whole") << "max_depth" << 2 << 8.0;
    QTest::newRow("stops at its bound") << "max_depth" << -20 << 0.0;
    QTest::newRow("by factors") << "C" << 2 << 10.0;
    QTest::newRow("by factors, down") << "C" << -2 << 0.1;
    QTest::newRow("stops above") << "learning_rate" << 5 << 1.0;
}

void TestParamForm::steps()
{
    QFETCH(const QString, field);
    QFETCH(const int, by);
    QFETCH(const double, expected);
    ParamForm form(specs());
    form.findChild<ParamSpinBox *>(QStringLiteral("param-") + field)->stepBy(by);
    QVERIFY(form.isValid());
    const ParamValue value = form.changedParams().at(field.toStdString());
    QCOMPARE(std::holds_alternative<double>(value) ? std::get<double>(value)
                                                   : static_cast<double>(std::get<std::int64_t>(value)),
             expected);
}

void TestParamForm::resetsOneField()
{
    ParamForm form(specs());
    form.show();
    form.setParams({{"max_depth", std::int64_t{3}}, {"C", 4.0}});
    QCOMPARE(form.changedParams().size(), std::size_t{2});
    for (QToolButton *button : form.findChildren<QToolButton *>()) {
        if (button->accessibleName() == QStringLiteral("Reset C"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(form.changedParams(), (Params{{"max_depth", std::int64_t{3}}}));
}

void TestParamForm::namesEveryField()
{
    const ParamForm form(specs());
    for (const QWidget *widget : form.findChildren<QWidget *>()) {
        if (widget->focusPolicy() & Qt::TabFocus && !widget->objectName().startsWith(QLatin1String("qt_")))
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestParamForm)
#include "tst_paramform.moc"
