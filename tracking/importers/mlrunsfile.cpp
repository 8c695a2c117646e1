// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlrunsfile.h"

#include "tracking/importers/mlflowfacts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringDecoder>
#include <algorithm>
#include <charconv>

namespace assay::tracking {

namespace {

constexpr qint64 longestValue = 16 * 1024 * 1024; // [bytes]

template<class Number>
bool readNumber(QByteArrayView word, Number &number)
{
    const auto [end, error] = std::from_chars(word.begin(), word.end(), number);
    return error == std::errc() && end == word.end();
}

QByteArrayView nextWord(QByteArrayView &line)
{
    qsizetype from = 0;
    while (from < line.size() && line[from] == ' ')
        ++from;
    qsizetype to = from;
    while (to < line.size() && line[to] != ' ')
        ++to;
    const QByteArrayView word = line.sliced(from, to - from);
    line = line.sliced(to);
    return word;
}

/// `TIME VALUE [STEP [DATASET DIGEST]]`: what follows the step may be anything, names of datasets have spaces.
bool readPoint(QByteArrayView line, MetricPoint &point)
{
    const QByteArrayView time = nextWord(line), value = nextWord(line), step = nextWord(line);
    if (!readNumber(time, point.time) || !readNumber(value, point.value))
        return false;
    point.time = mlflowPointTime(point.time);
    return step.isEmpty() || readNumber(step, point.step);
}

QString decoded(const QByteArray &bytes, const QString &path, Problems &problems)
{
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError())
        problems.push_back({.path = path,
                            .what = QStringLiteral("This value is not in UTF-8; what could not be read is"
                                                   " replaced by a mark.")});
    return text;
}

} // namespace

std::optional<QByteArray> readSmallFile(const QString &path, Problems &problems)
{
    QFile file(path);
    const bool plain = QFileInfo(path).isFile() && !QFileInfo(path).isSymLink();
    if (!plain || !file.open(QIODevice::ReadOnly)) {
        problems.push_back({.path = path, .what = QStringLiteral("This file is missing or cannot be read.")});
        return {};
    }
    if (file.size() > longestValue) {
        problems.push_back(
            {.path = path, .offset = longestValue, .what = QStringLiteral("This file is longer than a value can be.")});
        return {};
    }
    return file.readAll();
}

std::optional<YamlNode> readMeta(const QString &folder, bool fatal, Problems &problems)
{
    const QString path = folder + QStringLiteral("/meta.yaml");
    const std::size_t before = problems.size();
    const auto bytes = readSmallFile(path, problems);
    if (bytes) {
        auto node = parseYaml(*bytes);
        if (node && node->isMap())
            return std::move(*node);
        const YamlError why =
            node ? YamlError{.offset = 0, .what = QStringLiteral("it holds no names with values")} : node.error();
        problems.push_back({.path = path,
                            .offset = why.offset,
                            .what = QStringLiteral("This description cannot be read: %1.").arg(why.what)});
    }
    for (std::size_t i = before; i < problems.size(); ++i)
        problems[i].fatal = fatal;
    return {};
}

std::map<QString, QString> keyFiles(const QString &folder)
{
    std::map<QString, QString> files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        files[QDir(folder).relativeFilePath(path)] = path;
    }
    return files;
}

std::map<QString, QString> readKeys(const QString &folder, Problems &problems)
{
    std::map<QString, QString> values;
    for (const auto &[key, path] : keyFiles(folder))
        if (const auto bytes = readSmallFile(path, problems))
            values[key] = decoded(*bytes, path, problems);
    return values;
}

QStringList foldersIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
}

namespace {

/// Calls @p take with each whole line of the file; one it does not take is told with its place.
template<class Take>
void eachLine(const QString &path, Problems &problems, Take take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problems.push_back({.path = path, .what = QStringLiteral("This file cannot be read.")});
        return;
    }
    constexpr qint64 longestLine = 64 * 1024;
    constexpr qint64 mostTold = 20; // of a file that is something else altogether
    qint64 bad = 0;
    while (!file.atEnd()) {
        const qint64 offset = file.pos();
        QByteArray line = file.readLine(longestLine);
        const bool ended = line.endsWith('\n');
        line = line.trimmed();
        const bool cut = !ended && file.atEnd();
        if (!cut && take(line))
            continue;
        if ((cut || !line.isEmpty()) && ++bad <= mostTold)
            problems.push_back(
                {.path = path,
                 .offset = offset,
                 .what = cut ? QStringLiteral("The last line was not written to its end and is left out.")
                             : QStringLiteral("This line is no point of a metric and is left out.")});
    }
    if (bad > mostTold)
        problems.push_back({.path = path, .what = QStringLiteral("%1 more such lines.").arg(bad - mostTold)});
}

} // namespace

std::vector<MetricPoint> readMetricFile(const QString &path, Problems &problems)
{
    std::vector<MetricPoint> points;
    eachLine(path, problems, [&](QByteArrayView line) {
        MetricPoint point;
        const bool good = readPoint(line, point);
        if (good)
            points.push_back(point);
        return good;
    });
    return points;
}

std::vector<MlflowModelSeries> readModelMetricFile(const QString &key, const QString &path, Problems &problems)
{
    std::vector<MlflowModelSeries> all;
    eachLine(path, problems, [&](QByteArrayView line) {
        MetricPoint point;
        QByteArrayView rest = line;
        if (!readPoint(rest, point))
            return false;
        // `TIME VALUE STEP RUN [DATASET DIGEST]`: names of datasets have spaces, digests have none.
        for (int i = 0; i < 3; ++i)
            nextWord(rest);
        MlflowModelSeries series{.key = key, .run = QString::fromUtf8(nextWord(rest))};
        const QByteArrayView data = rest.trimmed();
        const qsizetype last = data.lastIndexOf(' ');
        series.dataset = QString::fromUtf8(last < 0 ? data : data.first(last));
        series.digest = last < 0 ? QString() : QString::fromUtf8(data.sliced(last + 1));
        auto found = std::find_if(all.begin(), all.end(), [&](const MlflowModelSeries &one) {
            return one.run == series.run && one.dataset == series.dataset && one.digest == series.digest;
        });
        if (found == all.end())
            found = all.insert(all.end(), series);
        found->points.push_back(point);
        return true;
    });
    return all;
}

} // namespace assay::tracking
