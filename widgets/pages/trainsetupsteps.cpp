// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/trainsetupsteps.h"

#include "engine/preprocess/steps.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/paramform.h"
#include "widgets/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace assay::ui {

namespace {

const std::string noneText = "none";

ParamSpec choiceOf(const char *name, std::vector<std::string> choices, const char *help)
{
    choices.insert(choices.begin(), noneText);
    return {.name = name, .type = ParamType::Choice, .defaultValue = noneText, .help = help, .choices = choices};
}

std::vector<ParamSpec> balanceSpecs()
{
    std::vector<std::string> names;
    for (const auto how :
         {engine::Balance::Weights, engine::Balance::Oversample, engine::Balance::Undersample, engine::Balance::Smote})
        names.emplace_back(engine::name(how));
    return {choiceOf("balance", names,
                     "Classes of different size, in training rows only: weights by the inverse of their size, rows "
                     "drawn again, rows left out, or synthetic rows between neighbours (smote).")};
}

std::vector<ParamSpec> calibrationSpecs()
{
    std::vector<std::string> names;
    for (const auto method : {engine::CalibrationMethod::Isotonic, engine::CalibrationMethod::Sigmoid,
                              engine::CalibrationMethod::Temperature, engine::CalibrationMethod::Beta})
        names.emplace_back(engine::name(method));
    return {choiceOf("calibration", names, "Turns scores into probabilities, learnt on training rows held back."),
            {.name = "calibration_share",
             .type = ParamType::Real,
             .defaultValue = engine::FitOptions().calibrationShare,
             .help = "Share of the training rows held back for calibration.",
             .minimum = 0.01,
             .maximum = 0.9}};
}

std::string chosen(const Params &params, const char *name)
{
    const auto it = params.find(name);
    return it == params.end() ? noneText : toText(it->second);
}

} // namespace

TrainSetupSteps::TrainSetupSteps(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_preprocess =
        makeSection(QStringLiteral("preprocess"), tr("Preprocessing"),
                    tr("How columns become numbers, and which of them are kept"), engine::preprocessParams());
    m_balance = makeSection(QStringLiteral("balance"), tr("Balance"),
                            tr("What is done about classes of different size"), balanceSpecs());
    m_calibration = makeSection(QStringLiteral("calibration"), tr("Calibration"),
                                tr("How scores become probabilities that mean what they say"), calibrationSpecs());
    for (const Section &section : {m_preprocess, m_balance, m_calibration})
        layout->addWidget(section.box);
}

TrainSetupSteps::Section TrainSetupSteps::makeSection(const QString &id, const QString &title, const QString &help,
                                                      std::vector<ParamSpec> specs)
{
    Section section;
    section.box = new QWidget(this);
    section.box->setToolTip(help);
    section.open = new QToolButton(section.box);
    section.open->setObjectName(QStringLiteral("open-") + id);
    section.open->setText(tr("As usual"));
    section.open->setAccessibleName(tr("Choices of %1").arg(title));
    section.open->setCheckable(true);
    section.form = new ParamForm(std::move(specs), section.box);
    section.form->setObjectName(QStringLiteral("form-") + id);
    section.form->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(roleLabel(title, "heading", section.box), 1);
    head->addWidget(section.open);
    auto *layout = new QVBoxLayout(section.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(section.form);
    connect(section.open, &QToolButton::toggled, section.form, &QWidget::setVisible);
    connect(section.form, &ParamForm::changed, this, [this, form = section.form, open = section.open] {
        const auto count = static_cast<int>(form->changedParams().size());
        open->setText(count == 0 ? tr("As usual") : tr("%n changed", nullptr, count));
        emit changed();
    });
    return section;
}

void TrainSetupSteps::setTask(engine::Task task)
{
    m_classes = task != engine::Task::Regression;
    m_balance.box->setVisible(m_classes);
    m_calibration.box->setVisible(m_classes);
}

engine::FitOptions TrainSetupSteps::options() const
{
    engine::FitOptions options;
    options.preprocess = m_preprocess.form->changedParams();
    if (!m_classes)
        return options;
    const Params balance = m_balance.form->changedParams();
    options.balance = engine::balanceFromName(chosen(balance, "balance")).value_or(engine::Balance::None);
    const Params calibration = m_calibration.form->changedParams();
    options.calibration = engine::calibrationFromName(chosen(calibration, "calibration"));
    if (const auto share = calibration.find("calibration_share"); share != calibration.end())
        options.calibrationShare = std::get<double>(share->second);
    return options;
}

QString TrainSetupSteps::problem() const
{
    if (!m_preprocess.form->isValid())
        return {};
    const auto steps = engine::preprocessOptions({}, m_preprocess.form->changedParams());
    return steps ? QString() : errorText(steps.error());
}

bool TrainSetupSteps::isValid() const
{
    return m_preprocess.form->isValid() && m_balance.form->isValid() && m_calibration.form->isValid();
}

QStringList fitWords(const engine::FitOptions &options)
{
    QStringList words;
    for (const auto &[name, value] : options.preprocess)
        words << QStringLiteral("--prep") << QString::fromStdString(name + '=' + toText(value));
    if (options.balance != engine::Balance::None)
        words << QStringLiteral("--balance") << QLatin1String(engine::name(options.balance));
    if (options.calibration) {
        QString method = QLatin1String(engine::name(*options.calibration));
        if (options.calibrationShare != engine::FitOptions().calibrationShare)
            method += QLatin1Char(':') + QString::number(options.calibrationShare);
        words << QStringLiteral("--calibrate") << method;
    }
    return words;
}

} // namespace assay::ui
