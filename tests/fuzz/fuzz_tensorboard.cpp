// SPDX-License-Identifier: GPL-3.0-or-later
// Event files of TensorBoard: any bytes, and any records under right checksums, which no chance would find. A file that
// is read in two goes gives what one go gives.
#include "fuzzinput.h"
#include "tracking/importers/tensorboardrun.h"
#include "tracking/importers/tfrecord.h"

#include <QBuffer>

namespace {

using namespace assay;

constexpr std::uint8_t framed = 1;

qint64 read(tracking::TensorBoardRun &run, QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    std::vector<tracking::ImportProblem> problems;
    const qint64 stopped = run.readDevice(QStringLiteral("events"), buffer, {}, problems);
    fuzz::must(stopped >= 0 && stopped <= bytes.size());
    for (const tracking::ImportProblem &problem : problems)
        fuzz::must(problem.offset >= 0 && problem.offset < bytes.size());
    return stopped;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input(data, size);
    const bool records = input.byte() == framed;
    const int cut = input.number();
    QByteArray file;
    while (records && !input.isEmpty())
        file += tracking::tfRecord(input.take(input.byte()));
    file += input.rest();
    tracking::TensorBoardRun whole, grown;
    read(whole, file);
    read(grown, file.left(cut));
    read(grown, file);
    fuzz::must(grown.points() == whole.points() && grown.superseded().size() == whole.superseded().size() &&
               grown.leftOut() == whole.leftOut());
    return 0;
}
