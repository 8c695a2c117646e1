// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/ensembledialog.h"

#include "widgets/controls/pageheader.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/format.h"
#include "widgets/shell.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace assay::ui {

EnsembleDialog::EnsembleDialog(const std::vector<tracking::Run> &runs, QWidget *parent)
    : QDialog(parent)
    , m_runs(runs)
    , m_average(new QRadioButton(tr("Average their predictions"), this))
    , m_stack(new QRadioButton(tr("Stack: a model learns how far to trust each"), this))
    , m_weights(new QTableWidget(static_cast<int>(runs.size()), 2, this))
    , m_name(new QLineEdit(this))
    , m_problem(roleLabel({}, "error", this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Ensemble of %n run(s)", nullptr, static_cast<int>(runs.size())));
    m_average->setObjectName(QStringLiteral("ensembleAverage"));
    m_stack->setObjectName(QStringLiteral("ensembleStack"));
    m_stack->setToolTip(tr("Members are fitted again on folds of their training rows, so that the model above them "
                           "sees predictions of rows they did not learn from"));
    m_average->setChecked(true);
    m_weights->setObjectName(QStringLiteral("ensembleWeights"));
    m_weights->setAccessibleName(tr("Weights of the members"));
    m_weights->setHorizontalHeaderLabels({tr("Member"), tr("Weight")});
    m_weights->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_weights->verticalHeader()->hide();
    m_weights->verticalHeader()->setDefaultSectionSize(34);
    for (int row = 0; row < m_weights->rowCount(); ++row) {
        auto *name = new QTableWidgetItem(runs[static_cast<std::size_t>(row)].name);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_weights->setItem(row, 0, name);
        auto *weight = new QDoubleSpinBox(m_weights);
        weight->setAccessibleName(tr("Weight of %1").arg(name->text()));
        weight->setRange(0, 1000);
        weight->setSingleStep(0.1);
        weight->setValue(1);
        connect(weight, &QDoubleSpinBox::valueChanged, this, &EnsembleDialog::check);
        m_weights->setCellWidget(row, 1, weight);
    }
    m_name->setObjectName(QStringLiteral("ensembleName"));
    m_name->setPlaceholderText(tr("Name of the new run (optional)"));
    m_name->setAccessibleName(tr("Name"));
    m_problem->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Train ensemble"));
    m_buttons->button(QDialogButtonBox::Ok)->setProperty("role", QStringLiteral("primary"));
    connect(m_average, &QRadioButton::toggled, this, &EnsembleDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(m_average);
    layout->addWidget(m_weights, 1);
    layout->addWidget(m_stack);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    resize(460, 380);
    check();
}

void EnsembleDialog::check()
{
    m_weights->setEnabled(m_average->isChecked());
    const std::vector<double> weights = request().weights;
    const bool nothing = !weights.empty() && std::ranges::all_of(weights, [](double w) { return w <= 0; });
    m_problem->setText(nothing ? tr("At least one weight must be above 0.") : QString());
    m_problem->setVisible(nothing);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!nothing);
}

EnsembleRequest EnsembleDialog::request() const
{
    EnsembleRequest request;
    request.stacked = m_stack->isChecked();
    request.name = m_name->text().trimmed();
    bool equal = true;
    for (int row = 0; row < m_weights->rowCount(); ++row) {
        request.runs.push_back(m_runs[static_cast<std::size_t>(row)].id);
        if (const auto *weight = qobject_cast<QDoubleSpinBox *>(m_weights->cellWidget(row, 1)))
            request.weights.push_back(weight->value());
        equal = equal && !request.weights.empty() && request.weights.back() == request.weights.front();
    }
    if (request.stacked || (equal && !request.weights.empty() && request.weights.front() > 0))
        request.weights.clear();
    if (!m_runs.empty())
        request.experiment = m_runs.front().experiment;
    return request;
}

void EnsembleDialog::ask(Shell &shell, JobRunner &runner, const std::vector<tracking::Run> &runs, QWidget *parent)
{
    auto *dialog = new EnsembleDialog(runs, parent);
    dialog->setObjectName(QStringLiteral("ensembleDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, [&shell, &runner, dialog] {
        Workbench &workbench = shell.workbench();
        runner.start<TrainOutcome>(
            tr("Training an ensemble"),
            [&workbench, request = dialog->request()](const Context &context) {
                return workbench.ensemble(request, context);
            },
            [&shell](const Result<TrainOutcome> &made) {
                shell.storeChanged();
                if (made)
                    shell.openRun(made->run);
                else if (made.error().kind != ErrorKind::Cancelled)
                    shell.report(made.error());
            });
    });
    dialog->open();
}

} // namespace assay::ui
