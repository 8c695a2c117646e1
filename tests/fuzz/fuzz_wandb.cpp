// SPDX-License-Identifier: GPL-3.0-or-later
// Run files of W&B: any bytes, and any records under right checksums. A record that was written comes back as it was.
#include "fuzzinput.h"
#include "tracking/importers/wandblog.h"
#include "tracking/importers/wandbrun.h"

using namespace assay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input(data, size);
    QByteArray file;
    if (input.byte() == 1) {
        std::vector<QByteArray> records;
        while (!input.isEmpty()) {
            QByteArray record = input.take(input.number() % 300);
            records.push_back(input.byte() == 255 ? record.repeated(200) : record);
        }
        file = tracking::wandbLog(records);
        tracking::WandbLog log(file);
        for (const QByteArray &record : records)
            fuzz::must(log.next() && log.record() == record);
        fuzz::must(!log.next() && log.damage().empty());
    } else {
        file = ":W&B\xe1\xbe" + QByteArray(1, '\0') + input.rest();
    }
    std::vector<tracking::ImportProblem> problems;
    const auto run = tracking::parseWandb(file, QStringLiteral("run-x.wandb"), problems);
    fuzz::must(run.has_value());
    return 0;
}
