// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"
#include "tracking/importers/tensorboardevent.h"

namespace assay::tracking {

/// The event files of one folder, read as far as they are written. Reading again goes on from there, so that a run that
/// is still being logged costs only what is new.
class TensorBoardRun
{
public:
    /// Reads what @p files (in order of their names) hold beyond what was read. Appended to @p problems are the records
    /// that cannot be read, with their offset, also those of earlier readings. Errors: cancelled.
    Result<void> read(const QStringList &files, const Context &context, std::vector<ImportProblem> &problems);
    /// Reads one device as the file @p path, until its end or until @p context is cancelled. Returns where it stopped.
    qint64 readDevice(const QString &path, QIODevice &device, const Context &context,
                      std::vector<ImportProblem> &problems);

    /// Whether @p files are those that were read, at most longer now, and new ones after them.
    bool continues(const QStringList &files) const;

    const std::map<QString, std::vector<MetricPoint>> &metrics() const { return m_metrics; }
    qint64 points() const;
    const HparamsNote &hparams() const { return m_hparams; }
    /// Points that were logged again after a restart from a checkpoint, and no longer are in metrics().
    const std::map<QString, std::vector<MetricPoint>> &superseded() const { return m_superseded; }
    /// What is no scalar, counted by kind.
    const std::map<QString, qint64> &leftOut() const { return m_leftOut; }
    qint64 firstTime() const { return m_firstTime; } ///< of a scalar, [µs] since 1970; 0: none
    qint64 lastTime() const { return m_lastTime; }
    bool operator==(const TensorBoardRun &) const = default;

private:
    enum class TagKind { Scalar, Other };
    struct File
    {
        qint64 offset = 0;
        bool stopped = false; ///< at a length that cannot be right
        bool operator==(const File &) const = default;
    };

    void take(const TensorBoardEvent &event);
    void take(const EventValue &value, qint64 step, double seconds);
    void beginSession();
    bool isScalar(const EventValue &value);
    qint64 timeOf(double seconds);

    std::map<QString, File> m_files;
    std::vector<ImportProblem> m_damage; ///< what read() found so far
    std::map<QString, TagKind> m_tags;   ///< said by the first event of each
    std::map<QString, std::vector<MetricPoint>> m_metrics;
    std::map<QString, std::size_t> m_sessionStart; ///< by tag: points before the session being read
    std::map<QString, qint64> m_leftOut;
    HparamsNote m_hparams;
    std::map<QString, std::vector<MetricPoint>> m_superseded;
    qint64 m_firstTime = 0, m_lastTime = 0;
};

} // namespace assay::tracking
