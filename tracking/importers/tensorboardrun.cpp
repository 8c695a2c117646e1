// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/tensorboardrun.h"

#include "tracking/importers/tfrecord.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cmath>

namespace assay::tracking {

namespace {

const QByteArray hparamsPlugin = QByteArrayLiteral("hparams");

ImportProblem problem(const QString &path, qint64 offset, const QString &what)
{
    return {.path = path, .offset = offset, .what = what};
}

QString damage(TfRecordState state)
{
    return state == TfRecordState::BadLength
               ? QStringLiteral("The length of a record is damaged: the rest of this file cannot be read.")
               : QStringLiteral("The checksum of a record is wrong: it is left out.");
}

} // namespace

qint64 TensorBoardRun::points() const
{
    qint64 all = 0;
    for (const auto &[tag, points] : m_metrics)
        all += static_cast<qint64>(points.size());
    for (const auto &[tag, points] : m_superseded)
        all += static_cast<qint64>(points.size());
    return all;
}

bool TensorBoardRun::continues(const QStringList &files) const
{
    return std::all_of(m_files.begin(), m_files.end(), [&](const auto &known) {
        return files.contains(known.first) && QFileInfo(known.first).size() >= known.second.offset;
    });
}

Result<void> TensorBoardRun::read(const QStringList &files, const Context &context,
                                  std::vector<ImportProblem> &problems)
{
    for (const QString &path : files) {
        if (context.cancelled())
            return cancelled();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            problems.push_back(
                problem(path, -1, QStringLiteral("The file cannot be read: %1.").arg(file.errorString())));
            continue;
        }
        readDevice(path, file, context, m_damage);
    }
    problems.insert(problems.end(), m_damage.begin(), m_damage.end());
    if (context.cancelled())
        return cancelled();
    return {};
}

qint64 TensorBoardRun::readDevice(const QString &path, QIODevice &device, const Context &context,
                                  std::vector<ImportProblem> &problems)
{
    const auto [place, isNew] = m_files.try_emplace(path);
    File &file = place->second;
    if (isNew)
        beginSession();
    if (file.stopped)
        return file.offset;
    TfRecordReader reader(device, file.offset);
    while (!context.cancelled()) {
        const TfRecord record = reader.next();
        if (record.state == TfRecordState::End || record.state == TfRecordState::Short)
            break;
        if (record.state != TfRecordState::Whole)
            problems.push_back(problem(path, record.offset, damage(record.state)));
        if (record.state == TfRecordState::BadLength) {
            file.stopped = true;
            break;
        }
        if (record.state == TfRecordState::BadData)
            continue;
        if (const auto event = parseEvent(record.data))
            take(*event);
        else
            problems.push_back(problem(path, record.offset, QStringLiteral("A record is no event: it is left out.")));
    }
    file.offset = reader.offset();
    return file.offset;
}

/// A writer that begins anew: a later file of the folder, or one that says so.
void TensorBoardRun::beginSession()
{
    for (const auto &[tag, points] : m_metrics)
        m_sessionStart[tag] = points.size();
}

/// A time that is no number, or beyond what a clock shows, says nothing: the point keeps the one before it.
qint64 TensorBoardRun::timeOf(double seconds)
{
    constexpr double latest = 9.0e12;
    if (!(std::abs(seconds) < latest))
        return m_lastTime;
    const auto time = static_cast<qint64>(std::llround(seconds * 1e6));
    m_firstTime = m_firstTime == 0 ? time : std::min(m_firstTime, time);
    m_lastTime = std::max(m_lastTime, time);
    return time;
}

void TensorBoardRun::take(const TensorBoardEvent &event)
{
    if (event.sessionStart)
        beginSession();
    for (const EventValue &value : event.values)
        take(value, event.step, event.wallTime);
}

void TensorBoardRun::take(const EventValue &value, qint64 step, double seconds)
{
    if (value.plugin == hparamsPlugin) {
        if (const auto note = parseHparams(value.content))
            m_hparams.add(*note);
        return;
    }
    if (!isScalar(value)) {
        if (*value.kind != '\0')
            ++m_leftOut[QLatin1String(value.kind)];
        return;
    }
    // Only the times of scalars are the run's: files are copied, and their first record may be of another day.
    const qint64 time = timeOf(seconds);
    std::vector<MetricPoint> &points = m_metrics[value.tag];
    std::size_t &session = m_sessionStart[value.tag];
    // The first point of a session that took an earlier checkpoint up again makes those after the checkpoint obsolete.
    if (session > 0 && points.size() == session && points.back().time <= time) {
        const auto obsolete = std::stable_partition(points.begin(), points.end(),
                                                    [step](const MetricPoint &point) { return point.step < step; });
        if (obsolete != points.end())
            m_superseded[value.tag].insert(m_superseded[value.tag].end(), obsolete, points.end());
        points.erase(obsolete, points.end());
        session = points.size();
    }
    points.push_back({.step = step, .time = time, .value = *value.number});
}

/// Later events of a tag are what its first one was; a number whose kind nobody ever told is a scalar.
bool TensorBoardRun::isScalar(const EventValue &value)
{
    if (!value.tensor)
        return value.number.has_value();
    const auto known = m_tags.find(value.tag);
    TagKind kind = TagKind::Scalar;
    if (known != m_tags.end())
        kind = known->second;
    else if (!value.scalarClass && !value.plugin.isEmpty() && value.plugin != "scalars")
        kind = TagKind::Other;
    if (known == m_tags.end())
        m_tags.emplace(value.tag, kind);
    return kind == TagKind::Scalar && value.number.has_value();
}

} // namespace assay::tracking
