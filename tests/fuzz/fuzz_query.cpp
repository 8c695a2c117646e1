// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: any text is a query that the database runs, or an error that says where.
#include "fuzzinput.h"
#include "tracking/query/completion.h"
#include "tracking/runstore.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace assay;
using namespace assay::tracking;

namespace {

struct Setting
{
    QTemporaryDir folder{QStringLiteral("/dev/shm/assay-fuzz-XXXXXX")};
    std::unique_ptr<RunStore> store = std::move(*RunStore::open(folder.filePath(QStringLiteral("assay.db"))));

    Setting()
    {
        const auto run = store->begin({.name = QStringLiteral("one"),
                                       .params = {{"C", 1.5}, {"model", std::string("svm")}},
                                       .tags = {{QStringLiteral("owner"), QStringLiteral("ada")}}});
        (void)store->logMetric(*run, QStringLiteral("loss"), 0.5, 1);
        (void)store->end(*run, RunStatus::Finished);
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int count = 1;
    static char name[] = "fuzz_query";
    static char *arguments[] = {name, nullptr};
    static QCoreApplication application(count, arguments); // finds Qt's SQLite
    static const Setting setting;

    fuzz::Input input(data, size);
    const int cursor = input.byte();
    const QString text = QString::fromUtf8(input.rest());
    const auto problem = checkQuery(text);
    if (problem)
        fuzz::must(problem->from >= 0 && problem->length >= 0 && problem->from + problem->length <= text.size() + 1);
    const auto runs = setting.store->runs({.filter = text});
    fuzz::must(runs.has_value() == !problem.has_value());
    if (!runs)
        fuzz::must(runs.error().code == "bad_query");
    const int at = cursor % (static_cast<int>(text.size()) + 1);
    if (const auto completions = completeQuery(*setting.store, text, at))
        for (const Completion &one : *completions)
            fuzz::must(one.from >= 0 && one.from + one.length <= text.size() && one.from <= at);
    return 0;
}
