// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pagefactory.h"

#include "widgets/pages/startpage.h"
#if __has_include("widgets/pages/importpage.h")
#include "widgets/pages/importpage.h"
#define HAVE_IMPORT
#endif
#if __has_include("widgets/pages/profilepage.h")
#include "widgets/pages/profilepage.h"
#define HAVE_PROFILE
#endif
#if __has_include("widgets/pages/trainpage.h")
#include "widgets/pages/trainpage.h"
#define HAVE_TRAIN
#endif
#if __has_include("widgets/pages/runspage.h")
#include "widgets/pages/runspage.h"
#define HAVE_RUNS
#endif
#if __has_include("widgets/pages/runpage.h")
#include "widgets/pages/runpage.h"
#define HAVE_RUN
#endif
#if __has_include("widgets/pages/comparepage.h")
#include "widgets/pages/comparepage.h"
#define HAVE_COMPARE
#endif
#if __has_include("widgets/pages/driftpage.h")
#include "widgets/pages/driftpage.h"
#define HAVE_DRIFT
#endif
#if __has_include("widgets/pages/reportpage.h")
#include "widgets/pages/reportpage.h"
#define HAVE_REPORT
#endif

namespace assay::ui::pages {

namespace {

class EmptyPage : public Page
{
public:
    EmptyPage(Shell &shell, QString name)
        : Page(shell, nullptr)
        , m_name(std::move(name))
    {
    }
    QString title() const override { return m_name; }
    QString key() const override { return m_name; }

private:
    QString m_name;
};

[[maybe_unused]] Page *empty(Shell &shell, const char *name)
{
    return new EmptyPage(shell, QString::fromLatin1(name));
}

} // namespace

Page *start(Shell &shell)
{
    return new StartPage(shell);
}

Page *import(Shell &shell, [[maybe_unused]] const QString &path)
{
#ifdef HAVE_IMPORT
    return new ImportPage(shell, path);
#else
    return empty(shell, "Import");
#endif
}

Page *profile(Shell &shell, [[maybe_unused]] const DatasetPtr &data)
{
#ifdef HAVE_PROFILE
    return new ProfilePage(shell, data);
#else
    return empty(shell, "Profile");
#endif
}

Page *train(Shell &shell, [[maybe_unused]] const DatasetPtr &data, [[maybe_unused]] const QString &target)
{
#ifdef HAVE_TRAIN
    return new TrainPage(shell, data, target);
#else
    return empty(shell, "Train");
#endif
}

Page *runs(Shell &shell)
{
#ifdef HAVE_RUNS
    return new RunsPage(shell, nullptr);
#else
    return empty(shell, "Runs");
#endif
}

Page *run(Shell &shell, [[maybe_unused]] const tracking::RunId &run)
{
#ifdef HAVE_RUN
    return new RunPage(shell, run, nullptr);
#else
    return empty(shell, "Run");
#endif
}

Page *compare(Shell &shell, [[maybe_unused]] const std::vector<tracking::RunId> &runs)
{
#ifdef HAVE_COMPARE
    return new ComparePage(shell, runs, nullptr);
#else
    return empty(shell, "Compare");
#endif
}

Page *drift(Shell &shell, [[maybe_unused]] const DatasetPtr &reference, [[maybe_unused]] const DatasetPtr &current)
{
#ifdef HAVE_DRIFT
    return new DriftPage(shell, reference, current, nullptr);
#else
    return empty(shell, "Drift");
#endif
}

Page *report(Shell &shell, [[maybe_unused]] const std::vector<tracking::RunId> &runs)
{
#ifdef HAVE_REPORT
    return new ReportPage(shell, runs, nullptr);
#else
    return empty(shell, "Report");
#endif
}

} // namespace assay::ui::pages
