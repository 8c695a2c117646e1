// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/hexadecimal.h"
#include "tracking/runreader.h"

namespace assay::tracking {

namespace {

constexpr qsizetype fullLength = 32;
constexpr qsizetype shortestPrefix = 6;

struct Candidate
{
    QString uuid;
    QString name;
};

using Candidates = std::vector<Candidate>;

/// "`logistic` (4f2a9c01)", …
std::string listed(const Candidates &candidates)
{
    constexpr std::size_t limit = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(candidates.size(), limit); ++i)
        text += (i > 0 ? ", `" : "`") + candidates[i].name.toStdString() + "` (" +
                candidates[i].uuid.left(8).toStdString() + ")";
    if (candidates.size() > limit)
        text += " and " + std::to_string(candidates.size() - limit) + " more";
    return text;
}

Result<Candidates> find(Connection &connection, const QByteArray &condition, const QVariantList &values)
{
    Candidates found;
    auto read = connection.each("SELECT uuid, name FROM runs WHERE " + condition + " ORDER BY start DESC, id DESC",
                                values, [&](const Row &row) {
                                    found.push_back({row.text(0), row.text(1)});
                                });
    if (!read)
        return Failure(read.error());
    return found;
}

Failure unknown(Connection &connection, const QString &text)
{
    auto latest = find(connection, "deleted IS NULL", {});
    if (!latest)
        return Failure(latest.error());
    if (latest->empty())
        return failure(ErrorKind::NotFound, "unknown_run", "There is no run {}: the store {} has no runs yet.",
                       {text.toStdString(), connection.path().toStdString()});
    return failure(ErrorKind::NotFound, "unknown_run",
                   "There is no run {}; give a run's name or at least the first 6 digits of its id. The latest are {}.",
                   {text.toStdString(), listed(*latest)});
}

} // namespace

Result<RunId> resolveRun(Connection &connection, const QString &idOrName)
{
    const QString text = idOrName.trimmed();
    const QString id = text.toLower();
    std::vector<std::pair<QByteArray, QVariantList>> attempts;
    if (id.size() >= shortestPrefix && id.size() <= fullLength && isHexadecimal(id))
        attempts.push_back({"uuid >= ? AND uuid < ?", {id, QString(id + u'g')}});
    attempts.push_back({"name = ? AND deleted IS NULL", {text}});
    attempts.push_back({"name = ? AND deleted IS NOT NULL", {text}});
    for (const auto &[condition, values] : attempts) {
        auto found = find(connection, condition, values);
        if (!found)
            return Failure(found.error());
        if (found->size() == 1)
            return RunId{found->front().uuid};
        if (found->size() > 1)
            return failure(ErrorKind::NotFound, "ambiguous_run", "{} means {} runs: {}; give more digits of the id.",
                           {text.toStdString(), std::to_string(found->size()), listed(*found)});
    }
    return unknown(connection, text);
}

} // namespace assay::tracking
