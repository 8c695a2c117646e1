// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/curvedialog.h"

#include "engine/compare/resampling.h"

#include "widgets/charts/chartview.h"
#include "widgets/charts/modelcurvechart.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/models/runrequest.h"
#include "widgets/pages/emptypane.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

namespace {

// Folds that keep apart what the run's own split kept apart.
engine::SplitSpec foldsLike(const engine::SplitSpec &split, int folds)
{
    using enum engine::SplitRule;
    const bool grouped = split.rule == Group || split.rule == GroupKFold;
    const bool timed = split.rule == Time || split.rule == TimeKFold;
    return {.rule = grouped ? GroupKFold : (timed ? TimeKFold : KFold), .folds = folds, .column = split.column};
}

} // namespace

CurveDialog::CurveDialog(Kind kind, Shell &shell, const tracking::RunDetails &details, QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_shell(shell)
    , m_details(details)
    , m_fit(&shell.jobs())
    , m_parameter(new QComboBox(this))
    , m_metric(new QComboBox(this))
    , m_values(new QLineEdit(this))
    , m_folds(new QSpinBox(this))
    , m_start(new QPushButton(tr("&Fit"), this))
    , m_problem(roleLabel({}, "error", this))
    , m_chart(new ChartView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    build();
}

CurveDialog::~CurveDialog() = default;

void CurveDialog::build()
{
    const bool learning = m_kind == Kind::Learning;
    setWindowTitle(learning ? tr("Learning curve of %1").arg(m_details.run.name)
                            : tr("Validation curve of %1").arg(m_details.run.name));
    m_parameter->setObjectName(QStringLiteral("curveParameter"));
    m_values->setObjectName(QStringLiteral("curveValues"));
    m_folds->setObjectName(QStringLiteral("curveFolds"));
    m_metric->setObjectName(QStringLiteral("curveMetric"));
    m_start->setObjectName(QStringLiteral("fitCurve"));
    m_start->setDefault(true);
    m_problem->setObjectName(QStringLiteral("curveProblem"));
    m_problem->hide();
    m_folds->setRange(2, 50);
    m_folds->setValue(5);
    m_metric->addItem(tr("Headline"), QString());
    const std::vector<std::string> known =
        engine::resampledMetrics(engine::taskFromName(m_details.run.task.toStdString()).value_or(engine::Task::Binary));
    for (const auto &[key, value] : m_details.run.metrics) {
        if (std::ranges::find(known, key.toStdString()) != known.end())
            m_metric->addItem(Format::metric(key), key);
    }
    m_values->setToolTip(tr("Separated by commas"));
    auto *form = new QFormLayout;
    if (learning) {
        m_parameter->hide();
        m_values->setText(QStringLiteral("0.1, 0.2, 0.35, 0.5, 0.75, 1"));
        form->addRow(tr("&Shares of the training rows"), m_values);
    } else {
        fillParameters();
        form->addRow(tr("&Parameter"), m_parameter);
        form->addRow(tr("&Values"), m_values);
        connect(m_parameter, &QComboBox::currentIndexChanged, this, &CurveDialog::chooseParameter);
        chooseParameter();
    }
    form->addRow(tr("&Folds"), m_folds);
    form->addRow(tr("&Metric"), m_metric);
    m_empty->setMessage(tr("Nothing is fitted yet"),
                        tr("The model is fitted once a value and fold; nothing of it is recorded."));
    m_empty->follow(&m_fit);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    connect(m_start, &QPushButton::clicked, this, &CurveDialog::start);
    connect(&m_fit, &JobRunner::started, this, [this] { m_start->setEnabled(false); });
    connect(&m_fit, &JobRunner::finished, this, [this] { m_start->setEnabled(true); });

    auto *controls = new QHBoxLayout;
    controls->addLayout(form, 1);
    controls->addWidget(m_start, 0, Qt::AlignBottom);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(controls);
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);
    resize(760, 620);
}

void CurveDialog::fillParameters()
{
    const std::vector<engine::EstimatorInfo> &models = m_shell.workbench().models();
    const auto info = std::find_if(models.begin(), models.end(), [this](const engine::EstimatorInfo &model) {
        return text(model.id) == m_details.run.model;
    });
    if (info != models.end())
        m_specs = info->params;
    for (const ParamSpec &spec : m_specs)
        m_parameter->addItem(text(spec.name));
    m_start->setEnabled(!m_specs.empty());
    if (m_specs.empty())
        say(tr("This model has no parameters."));
}

const ParamSpec *CurveDialog::parameter() const
{
    const auto index = static_cast<std::size_t>(m_parameter->currentIndex());
    return index < m_specs.size() ? &m_specs[index] : nullptr;
}

void CurveDialog::chooseParameter()
{
    const ParamSpec *spec = parameter();
    if (!spec)
        return;
    const auto given = m_details.run.params.find(spec->name);
    QStringList values;
    for (const ParamValue &value :
         valuesToTry(*spec, given == m_details.run.params.end() ? spec->defaultValue : given->second))
        values << text(toText(value));
    m_values->setText(values.join(QStringLiteral(", ")));
    m_parameter->setToolTip(text(spec->help));
}

void CurveDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

std::vector<ParamValue> CurveDialog::parameterValues()
{
    std::vector<ParamValue> values;
    const ParamSpec *spec = parameter();
    const QStringList words = m_values->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto value = spec ? parseParam(*spec, word.trimmed().toStdString()) : Result<ParamValue>(0.0);
        if (!value) {
            say(text(value.error().message));
            return {};
        }
        values.push_back(*value);
    }
    if (values.size() < 2)
        say(tr("A curve needs at least two values, separated by commas."));
    return values.size() < 2 ? std::vector<ParamValue>() : values;
}

std::vector<double> CurveDialog::shares()
{
    std::vector<double> values;
    const QStringList words = m_values->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool ok = false;
        const double share = word.trimmed().toDouble(&ok);
        if (!ok || !(share > 0) || share > 1) {
            say(tr("“%1” is no share of the rows: a number above 0, at most 1.").arg(word.trimmed()));
            return {};
        }
        values.push_back(share);
    }
    std::sort(values.begin(), values.end());
    if (values.size() < 2)
        say(tr("A curve needs at least two values, separated by commas."));
    return values.size() < 2 ? std::vector<double>() : values;
}

void CurveDialog::start()
{
    say({});
    CurveRequest wanted;
    wanted.metric = m_metric->currentData().toString();
    if (m_kind == Kind::Validation) {
        wanted.values = parameterValues();
        wanted.param = m_parameter->currentText();
    } else {
        wanted.shares = shares();
    }
    if (wanted.values.empty() && wanted.shares.empty())
        return;
    m_stack->setCurrentWidget(m_empty);
    Workbench &workbench = m_shell.workbench();
    m_fit.start<ModelCurve>(
        windowTitle(),
        [&workbench, wanted, details = m_details,
         folds = m_folds->value()](const Context &context) -> Result<ModelCurve> {
            auto rows = workbench.trainingData(details.run.id, context);
            if (!rows)
                return tl::unexpected(rows.error());
            auto base = requestOf(details, *rows);
            if (!base)
                return tl::unexpected(base.error());
            CurveRequest request = wanted;
            request.base = std::move(*base);
            request.base.split = foldsLike(request.base.split, folds);
            Context seeded = context;
            seeded.seed = details.provenance.seed;
            return workbench.curve(request, seeded);
        },
        [this](const Result<ModelCurve> &curve) {
            if (curve)
                showCurve(*curve);
            else if (curve.error().kind == ErrorKind::Cancelled)
                m_empty->setMessage(tr("Cancelled"), tr("Fewer values or folds take less time."));
            else
                m_empty->setMessage(tr("The curve could not be fitted"), text(curve.error().message));
        });
}

void CurveDialog::showCurve(const ModelCurve &curve)
{
    m_chart->setSpec(modelCurveChart(curve));
    m_stack->setCurrentWidget(m_chart);
}

} // namespace assay::ui
