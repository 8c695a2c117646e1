// SPDX-License-Identifier: GPL-3.0-or-later
// Files of an `mlruns` folder: the YAML of meta.yaml, and the lines of a metric.
#include "fuzzinput.h"
#include "tracking/importers/mlrunsfile.h"

#include <QFile>
#include <QTemporaryDir>

using namespace assay;
using namespace assay::tracking;

namespace {

qint64 depth(const YamlNode &node)
{
    qint64 deepest = 0;
    for (const auto &[key, member] : node.members)
        deepest = std::max(deepest, depth(member));
    for (const YamlNode &item : node.items)
        deepest = std::max(deepest, depth(item));
    return deepest + 1;
}

void yaml(const QByteArray &bytes)
{
    constexpr qint64 deepest = 70;
    if (const auto node = parseYaml(bytes))
        fuzz::must(depth(*node) <= deepest);
    else
        fuzz::must(node.error().offset <= bytes.size());
}

void metric(const QByteArray &bytes)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/assay-fuzz-XXXXXX"));
    QFile file(folder.filePath(QStringLiteral("loss")));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(bytes);
    file.close();
    Problems problems;
    const auto points = readMetricFile(file.fileName(), problems);
    fuzz::must(static_cast<qsizetype>(points.size() + problems.size()) <= bytes.count('\n') + 1);
    for (const ImportProblem &problem : problems)
        fuzz::must(problem.offset < std::max<qint64>(bytes.size(), 1));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input(data, size);
    if (input.byte() == 'y')
        yaml(input.rest());
    else
        metric(input.rest());
    return 0;
}
