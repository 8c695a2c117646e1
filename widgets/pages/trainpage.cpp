// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/trainpage.h"

#include "widgets/controls/format.h"
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/pages/trainboard.h"
#include "widgets/pages/trainmodels.h"
#include "widgets/pages/trainsetup.h"
#include "widgets/pages/trainsetupsteps.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <algorithm>

namespace assay::ui {

TrainPage::TrainPage(Shell &shell, DatasetPtr dataset, const QString &target, QWidget *parent)
    : Page(shell, parent)
    , m_dataset(std::move(dataset))
    , m_target(target)
    , m_board(new JobBoardModel(this))
    , m_header(new PageHeader(tr("Choose models"), this))
    , m_job(&shell.jobs())
{
    m_runs = m_header->addButton(tr("Open runs"), QStringLiteral("runs"));
    m_train = m_header->addButton(tr("Train"), QStringLiteral("play"));
    m_train->setObjectName(QStringLiteral("train"));
    m_compare = m_header->setPrimary(tr("Compare"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_problem = roleLabel({}, "warning", this);
    m_problem->setWordWrap(true);
    m_results = new TrainBoard(*m_board, m_job, this);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(16);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildSetup());
    splitter->addWidget(m_results);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_problem);
    layout->addWidget(splitter, 1);
    connect(m_train, &QPushButton::clicked, this, &TrainPage::queueChosen);
    connect(m_compare, &QPushButton::clicked, this, &TrainPage::compare);
    connect(m_runs, &QPushButton::clicked, this, [this] { this->shell().openRuns(); });
    connect(m_setup, &TrainSetup::changed, this, &TrainPage::updateState);
    connect(m_models, &TrainModels::changed, this, &TrainPage::updateState);
    connect(m_steps, &TrainSetupSteps::changed, this, &TrainPage::updateState);
    connect(m_results, &TrainBoard::selectionChanged, this, &TrainPage::updateState);
    connect(m_results, &TrainBoard::cancelAsked, this, &TrainPage::cancelAll);
    connect(m_results, &TrainBoard::runOpened, this,
            [this](const tracking::RunId &run) { this->shell().openRun(run); });
    connect(&m_job, &JobRunner::metricsLogged, this, [this](const std::vector<LivePoint> &points) {
        if (m_current >= 0)
            m_results->addPoints(m_board->training(m_current).label, points);
    });
    connect(&m_job, &JobRunner::progressed, this, [this](const Progress &progress) {
        if (m_current >= 0 && progress.total > 0)
            m_board->edit(m_current, [&](Training &training) {
                training.done = static_cast<double>(progress.done) / static_cast<double>(progress.total);
            });
    });
    connect(&m_job, &JobRunner::noted, this, [this](const QString &note) { this->shell().tell(note); });
    updateState();
}

QString TrainPage::title() const
{
    return tr("Train on %1").arg(QFileInfo(m_dataset->path).fileName());
}

QString TrainPage::key() const
{
    return QStringLiteral("train:%1#%2:%3")
        .arg(m_dataset->path, QString::fromStdString(m_dataset->table().digest()), m_target);
}

QString TrainPage::command() const
{
    const TrainRequest request = m_setup->request();
    QStringList lines;
    for (const TrainModels::Choice &choice : m_models->chosen()) {
        QStringList words{QStringLiteral("assay"),
                          QStringLiteral("train"),
                          m_dataset->path,
                          QStringLiteral("--target"),
                          QString::fromStdString(request.task.target),
                          QStringLiteral("--model"),
                          choice.id};
        if (request.test)
            words << QStringLiteral("--test") << request.test->path;
        else
            words << QStringLiteral("--split") << QString::fromStdString(engine::toText(request.split));
        for (const auto &[name, value] : choice.params)
            words << QStringLiteral("--param") << QString::fromStdString(name + "=" + assay::toText(value));
        words << fitWords(m_steps->options());
        for (const std::string &column : request.task.drop)
            words << QStringLiteral("--drop") << QString::fromStdString(column);
        for (const std::string &column : request.task.protectedColumns)
            words << QStringLiteral("--protected") << QString::fromStdString(column);
        if (!request.task.positive.empty())
            words << QStringLiteral("--positive") << QString::fromStdString(request.task.positive);
        words << QStringLiteral("--experiment") << request.experiment << QStringLiteral("--seed")
              << QString::number(m_setup->seed());
        lines.append(commandLine(words));
    }
    return lines.join(QLatin1Char('\n'));
}

QString TrainPage::inspectorText() const
{
    return tr("<p>Models are trained one after another with the same split and seed, so that they are tested on the "
              "same rows.</p>"
              "<p>Each is kept as a run from the moment it begins. What is cancelled is kept too, marked as such.</p>");
}

void TrainPage::showEvent(QShowEvent *event)
{
    m_setup->updateTestData();
    Page::showEvent(event);
}

QWidget *TrainPage::buildSetup()
{
    auto *content = new QWidget;
    content->setProperty("role", QStringLiteral("scrolled"));
    m_models = new TrainModels(shell().workbench().models(), content);
    m_setup = new TrainSetup(shell(), m_dataset, m_target, content);
    m_steps = new TrainSetupSteps(content);
    const auto setTask = [this] {
        m_models->setTask(m_setup->task());
        m_steps->setTask(m_setup->task());
    };
    setTask();
    connect(m_setup, &TrainSetup::changed, this, setTask);
    auto *suggested = new QPushButton(tr("Suggested set"), content);
    suggested->setObjectName(QStringLiteral("suggested"));
    suggested->setAccessibleName(tr("Tick the suggested set of models"));
    suggested->setToolTip(tr("A baseline and the models that usually do well"));
    connect(suggested, &QPushButton::clicked, m_models, &TrainModels::tickSuggested);
    auto *head = new QHBoxLayout;
    head->addWidget(roleLabel(tr("Models"), "heading", content), 1);
    head->addWidget(suggested);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_models);
    layout->addSpacing(8);
    layout->addWidget(roleLabel(tr("Task and testing"), "heading", content));
    layout->addWidget(m_setup);
    layout->addSpacing(4);
    layout->addWidget(m_steps);
    layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(320);
    scroll->setWidget(content);
    return scroll;
}

// The queue
// ------------------------------------------------------------------------------------------------------------

QString TrainPage::labelFor(const QString &label) const
{
    int same = 0;
    for (int row = 0; row < m_board->rowCount(); ++row)
        same += m_board->training(row).label.startsWith(label) ? 1 : 0;
    return same == 0 ? label : tr("%1 (%2)").arg(label).arg(same + 1);
}

void TrainPage::queueChosen()
{
    const auto choices = m_models->chosen();
    if (choices.empty() || !problem().isEmpty() || !m_models->isValid() || !m_steps->isValid())
        return;
    const engine::Task task = m_setup->task();
    if (task != m_board->task())
        m_board->setTask(task);
    for (const TrainModels::Choice &choice : choices) {
        Training training{.label = labelFor(choice.label), .request = m_setup->request()};
        training.request.model = choice.id;
        training.request.params = choice.params;
        training.request.fit = m_steps->options();
        m_board->add(std::move(training));
    }
    if (!m_job.isRunning())
        trainNext();
    updateState();
}

void TrainPage::trainNext()
{
    m_current = m_board->firstQueued();
    if (m_current < 0) {
        m_results->updateProgress();
        updateState();
        return;
    }
    m_board->edit(m_current, [](Training &training) { training.state = Training::State::Running; });
    const int row = m_current;
    m_job.start<Trained>(
        m_board->training(row).label,
        [&bench = shell().workbench(), request = m_board->training(row).request,
         seed = m_setup->seed()](const Context &context) {
            Context seeded = context;
            seeded.seed = seed;
            return train(bench, request, seeded);
        },
        [this, row](Result<Trained> outcome) { trained(row, std::move(outcome)); });
    m_results->updateProgress();
}

Result<TrainPage::Trained> TrainPage::train(Workbench &bench, const TrainRequest &request, const Context &context)
{
    auto outcome = bench.train(request, context);
    if (!outcome)
        return tl::unexpected(outcome.error());
    Trained trained{.outcome = std::move(*outcome)};
    // The run is kept already; without predictions there is no interval to show, and that is no failure of the
    // training.
    if (const auto analysis = bench.analysis(trained.outcome.run, context)) {
        const std::string metric = engine::headline(analysis->evaluation.task).metric;
        if (const engine::Interval *interval = analysis->evaluation.interval(metric))
            trained.interval = *interval;
    }
    return trained;
}

void TrainPage::trained(int row, Result<Trained> outcome)
{
    m_board->edit(row, [&](Training &training) {
        if (outcome) {
            training.state = Training::State::Finished;
            training.run = outcome->outcome.run;
            training.outcome = std::move(outcome->outcome);
            training.interval = outcome->interval;
            return;
        }
        const bool stopped = outcome.error().kind == ErrorKind::Cancelled;
        training.state = stopped ? Training::State::Cancelled : Training::State::Failed;
        training.problem = errorText(outcome.error());
    });
    if (!outcome)
        shell().report(outcome.error());
    shell().storeChanged();
    trainNext();
    updateState();
}

void TrainPage::cancelAll()
{
    for (int row = 0; row < m_board->rowCount(); ++row) {
        if (m_board->training(row).state == Training::State::Queued)
            m_board->edit(row, [](Training &training) { training.state = Training::State::Cancelled; });
    }
    m_job.cancel();
    updateState();
}

void TrainPage::compare()
{
    const auto runs = m_results->chosenRuns();
    if (runs.size() >= 2)
        shell().openCompare(runs);
}

QString TrainPage::problem() const
{
    const QString setup = m_setup->problem();
    return setup.isEmpty() ? m_steps->problem() : setup;
}

void TrainPage::updateState()
{
    const auto choices = m_models->chosen();
    const auto count = static_cast<int>(choices.size());
    const QString why = problem();
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    m_train->setEnabled(count > 0 && why.isEmpty() && m_models->isValid() && m_steps->isValid());
    m_train->setText(count == 0 ? tr("Train") : tr("Train %n model(s)", nullptr, count));
    m_train->setAccessibleName(m_train->text());
    const auto finished = static_cast<int>(m_results->chosenRuns().size());
    m_compare->setEnabled(finished >= 2);
    m_compare->setText(finished >= 2 ? tr("Compare %n run(s)", nullptr, finished) : tr("Compare"));
    // The next step of the flow is the one that stands out.
    const bool canCompare = finished >= 2 && !m_job.isRunning();
    setStyleProperty(m_train, "role", canCompare ? QVariant() : QVariant(QStringLiteral("primary")));
    setStyleProperty(m_compare, "role", canCompare ? QVariant(QStringLiteral("primary")) : QVariant());
    m_header->setSubtitle(tr("%1  ·  %2  ·  %n row(s)", nullptr, static_cast<int>(m_dataset->table().rows()))
                              .arg(QFileInfo(m_dataset->path).fileName(), taskText(m_setup->task())));
}

} // namespace assay::ui
