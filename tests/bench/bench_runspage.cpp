// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/localworkbench.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/watchedapplication.h"
#include "widgets/controls/filterbox.h"
#include "widgets/mainwindow.h"
#include "widgets/models/runsmodel.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"

#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstdio>
#include <limits>

// What the runs page takes from a key or a click to the painted table, in the window of the program over a store such
// as makestore makes. usage: bench_runspage STORE [TIMES]. Milliseconds: on the clock from the last key or click to the
// end of the painting that shows the answer (median, and the longest), of the processor in the window's thread and in
// all threads, and the longest that one event kept the window's thread computing, until all is quiet again. The pause
// that the filter waits for the next key is told apart.

using namespace assay;
using namespace assay::ui;
using bench::Answer;

namespace {

/// Figures of this process from the system, in megabytes.
double megabytes(const QByteArray &what)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(what))
            return line.mid(what.size() + 1).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    std::ranges::sort(values);
    return values[values.size() / 2];
}

class Bench
{
public:
    Bench(bench::WatchedApplication &application, app::LocalWorkbench &workbench)
        : m_application(application)
        , m_window(workbench)
    {
        m_window.resize(1280, 800);
        m_window.show();
        Answer settled;
        m_application.rest(600, settled);
    }

    void open()
    {
        Answer answer = ask([&] { m_window.openRuns(); }, [] { return true; });
        m_application.rest(quiet, answer);
        tell("open", "500", {answer});
    }

    void type(const char *name, const QString &filter, int times)
    {
        auto *box = m_page->findChild<FilterBox *>();
        auto *line = m_page->findChild<QLineEdit *>(QStringLiteral("runsFilter"));
        std::vector<Answer> answers;
        std::vector<double> pauses;
        const auto said = QObject::connect(box, &FilterBox::said, box, [&] {
            pauses.push_back(m_application.elapsed());
            m_application.startAnew();
        });
        const auto typeAll = [&](const QString &text) {
            line->clear();
            for (qsizetype i = 0; i + 1 < text.size(); ++i)
                key(line, 0, text.mid(i, 1));
            const int before = m_model->rowCount();
            Answer answer = ask([&] { key(line, 0, text.right(1)); }, [&] { return m_model->rowCount() != before; });
            m_application.rest(quiet, answer);
            return answer;
        };
        for (int i = 0; i < times; ++i) {
            answers.push_back(typeAll(filter));
            key(line, Qt::Key_Escape, {}); // the suggestions
            line->setText(QStringLiteral(" "));
            const int before = m_model->rowCount();
            Answer all = ask([&] { key(line, Qt::Key_Backspace, {}); }, [&] { return m_model->rowCount() != before; });
            m_application.rest(quiet, all);
            answers.push_back(all);
        }
        QObject::disconnect(said);
        tell(name, "100", answers);
        std::printf("    after a pause of %.0f ms\n", median(pauses));
    }

    void sort(const char *name, const QString &column, int times)
    {
        QHeaderView *header = m_table->header();
        int section = -1;
        for (int i = 0; i < m_model->columnCount(); ++i)
            if (m_model->columns()[static_cast<std::size_t>(i)].id() == column)
                section = i;
        if (section < 0)
            qFatal("no column %s", qPrintable(column));
        m_table->horizontalScrollBar()->setValue(header->sectionPosition(section) - 200);
        Answer moved;
        m_application.rest(quiet, moved);
        std::vector<Answer> answers;
        for (int i = 0; i < times; ++i) {
            const qint64 first = topKey();
            Answer answer = ask(
                [&] {
                    click(header->viewport(),
                          QPoint(header->sectionViewportPosition(section) + 12, header->height() / 2));
                },
                [&] { return topKey() != first; });
            m_application.rest(quiet, answer);
            answers.push_back(answer);
        }
        m_table->horizontalScrollBar()->setValue(0);
        tell(name, "100", answers);
    }

    void scroll(int times)
    {
        std::vector<Answer> answers;
        QScrollBar *bar = m_table->verticalScrollBar();
        for (int i = 0; i < times; ++i) {
            const int to = static_cast<int>(qint64(bar->maximum()) * ((i + 1) * 37 % 100) / 100);
            Answer answer = ask([&] { bar->setValue(to); }, [] { return true; });
            m_application.rest(quiet, answer);
            answers.push_back(answer);
        }
        bar->setValue(0);
        tell("scroll far", "16", answers);
    }

    void wheel(int times)
    {
        std::vector<Answer> answers;
        QScrollBar *bar = m_table->verticalScrollBar();
        for (int i = 0; i < times; ++i)
            answers.push_back(ask([&] { bar->setValue(bar->value() + 90); }, [] { return true; }, false));
        bar->setValue(0);
        tell("scroll by the wheel, a frame", "16", answers);
    }

    void group(int times)
    {
        auto *box = m_page->findChild<QComboBox *>(QStringLiteral("groupRuns"));
        std::vector<Answer> grouped, alone;
        for (int i = 0; i < times; ++i) {
            grouped.push_back(ask([&] { box->setCurrentIndex(box->findData(QStringLiteral("params.max_depth"))); },
                                  [&] { return m_model->isGrouped(); }, false));
            m_application.rest(quiet, grouped.back());
            alone.push_back(ask([&] { box->setCurrentIndex(0); }, [&] { return !m_model->isGrouped(); }));
            m_application.rest(quiet, alone.back());
        }
        tell("group by a parameter", "100", grouped);
        tell("no groups again", "100", alone);
    }

    void selectAll(int times)
    {
        std::vector<Answer> answers;
        m_table->setFocus();
        for (int i = 0; i < times; ++i) {
            answers.push_back(ask([&] { m_table->selectAll(); }, [] { return true; }));
            m_application.rest(quiet, answers.back());
            m_table->clearSelection();
            Answer cleared;
            m_application.rest(quiet, cleared);
        }
        tell("select all", "100", answers);
    }

private:
    static constexpr int quiet = 400; // [ms] in which what follows an answer is done

    Answer ask(const std::function<void()> &act, const std::function<bool()> &changed, bool ofRuns = true)
    {
        find();
        QWidget *painted = m_table ? m_table->viewport() : nullptr;
        if (!painted) { // the page is made by what is asked
            return m_application.ask(
                nullptr,
                [&] {
                    act();
                    find();
                    m_application.watch(m_table->viewport());
                },
                [&] { return isShown(ofRuns); });
        }
        return m_application.ask(painted, act, [&] { return changed() && isShown(ofRuns); });
    }

    /// Whether every row on the screen says what it is.
    bool isShown(bool ofRuns) const
    {
        if (m_model->rowCount() == 0)
            return false;
        const int bottom = m_table->viewport()->height();
        for (QModelIndex index = m_table->indexAt(QPoint(0, 0)); index.isValid(); index = m_table->indexBelow(index)) {
            if (m_table->visualRect(index).top() > bottom)
                break;
            if (ofRuns && !m_model->run(index))
                return false;
        }
        return true;
    }

    void find()
    {
        if (m_page || !(m_page = m_window.findChild<RunsPage *>()))
            return;
        m_table = m_page->findChild<RunsTable *>(QStringLiteral("runsTable"));
        m_model = m_page->findChild<RunsModel *>();
    }

    qint64 topKey() const { return m_model->keyOf(m_model->index(0, 0)); }

    static void key(QWidget *widget, int code, const QString &text)
    {
        QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier, text);
        QCoreApplication::sendEvent(widget, &press);
        QKeyEvent release(QEvent::KeyRelease, code, Qt::NoModifier, text);
        QCoreApplication::sendEvent(widget, &release);
    }

    static void click(QWidget *widget, QPoint at)
    {
        for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
            QMouseEvent event(type, at, widget->mapToGlobal(at), Qt::LeftButton,
                              type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(widget, &event);
        }
    }

    static void tell(const char *name, const char *goal, const std::vector<Answer> &answers)
    {
        const auto all = [&](double Answer::*figure) {
            std::vector<double> values;
            for (const Answer &answer : answers)
                values.push_back(answer.*figure);
            return values;
        };
        const auto longest = std::ranges::max_element(answers, {}, &Answer::stall);
        const auto clock = all(&Answer::clock);
        if (std::ranges::min(clock) < 0)
            std::printf("%-32s NOT ANSWERED\n", name);
        else
            std::printf("%-32s clock %6.1f (longest %6.1f, goal %3s)  window %6.1f  process %6.1f  stall %5.1f "
                        "(clock %5.1f) by %s\n",
                        name, median(clock), std::ranges::max(clock), goal, median(all(&Answer::window)),
                        median(all(&Answer::process)), longest->stall, std::ranges::max(all(&Answer::stallOnClock)),
                        longest->stalledBy.constData());
        std::fflush(stdout);
    }

    bench::WatchedApplication &m_application;
    MainWindow m_window;
    RunsPage *m_page = nullptr;
    RunsTable *m_table = nullptr;
    RunsModel *m_model = nullptr;
};

void showParameterToo()
{
    QSettings().setValue(QStringLiteral("runs/columns"),
                         QStringList{QStringLiteral("name"), QStringLiteral("favourite"), QStringLiteral("status"),
                                     QStringLiteral("model"), QStringLiteral("metrics.roc_auc"),
                                     QStringLiteral("metrics.f1"), QStringLiteral("metrics.loss"),
                                     QStringLiteral("params.learning_rate"), QStringLiteral("params.max_depth"),
                                     QStringLiteral("tags.owner"), QStringLiteral("start_time"),
                                     QStringLiteral("duration")});
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 2)
        qFatal("usage: bench_runspage STORE [TIMES]");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    bench::WatchedApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("assay-bench"));
    QCoreApplication::setApplicationName(QStringLiteral("runspage"));
    QSettings().clear();
    const int times = argc > 2 ? std::max(1, std::atoi(argv[2])) : 9;
    // A copy: the window writes into its store.
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("scale.db"));
    if (!QFile::copy(QString::fromLocal8Bit(argv[1]), path))
        qFatal("cannot copy %s", argv[1]);
    const auto workbench = bench::need(app::LocalWorkbench::open(path));
    Bench(application, *workbench).open();
    std::printf("    memory %.0f MB\n", megabytes("VmRSS:"));
    showParameterToo();
    Bench bench(application, *workbench);
    bench.open();
    bench.type("filter by a metric", QStringLiteral("metrics.roc_auc > 0.8"), times);
    bench.type("filter by words", QStringLiteral("xgb ada"), times);
    bench.type("filter by five comparisons",
               QStringLiteral("metrics.roc_auc > 0.5 and params.learning_rate < 0.01 and params.booster = 'dart' and "
                              "(tags.owner like 'a%' or not metrics.f1 between 0.2 and 0.4)"),
               times);
    bench.sort("sort by a metric", QStringLiteral("metrics.roc_auc"), times);
    bench.sort("sort by a parameter", QStringLiteral("params.learning_rate"), times);
    bench.sort("sort by time", QStringLiteral("start_time"), times);
    bench.sort("sort by name", QStringLiteral("name"), times);
    bench.scroll(times);
    bench.wheel(times * 4);
    bench.group(times);
    bench.selectAll(times);
    std::printf("    memory at most %.0f MB (goal 300)\n", megabytes("VmHWM:"));
    return 0;
}
