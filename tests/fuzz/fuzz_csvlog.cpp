// SPDX-License-Identifier: GPL-3.0-or-later
// Training logs in CSV.
#include "fuzzinput.h"
#include "tracking/importers/csvlogtable.h"

using namespace assay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input(data, size);
    const int how = input.byte();
    const QByteArray bytes = input.rest();
    const auto log = tracking::parseCsvLog(bytes, {.anyColumns = (how & 1) != 0, .lastLine = (how & 2) != 0});
    if (!log)
        return 0;
    for (const auto &[name, points] : log->metrics)
        fuzz::must(static_cast<qint64>(points.size()) <= log->rows);
    for (const tracking::CsvLog::Problem &problem : log->problems)
        fuzz::must(problem.offset >= 0 && problem.offset < bytes.size());
    return 0;
}
