// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/pages/tablefinder.h"

#include <algorithm>

namespace assay::tracking {

namespace {

struct Candidate
{
    PageTree tree = {};
    std::vector<const TableShape *> shapes = {};
};

/// What most of the first rows of the tree look like; a damaged one among them may look like anything.
Candidate candidate(PageFile &file, const PageTree &tree, const std::vector<TableShape> &shapes)
{
    constexpr int enough = 256;
    std::vector<int> fitting(shapes.size());
    int seen = 0;
    eachRecord(file, tree, [&](const PageRecord &record) {
        for (std::size_t i = 0; i < shapes.size(); ++i)
            fitting[i] += shapes[i].rowid == tree.table && shapes[i].fits(record) ? 1 : 0;
        return ++seen < enough;
    });
    Candidate found{.tree = tree};
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (2 * fitting[i] > seen)
            found.shapes.push_back(&shapes[i]);
    return found;
}

qint64 rowsOf(PageFile &file, const PageTree &tree)
{
    qint64 rows = 0;
    eachRecord(file, tree, [&](const PageRecord &) { return ++rows > 0; });
    return rows;
}

bool isTable(const TableShape *shape)
{
    return !shape->sql.isEmpty();
}

class Finder
{
public:
    Finder(PageFile &file, const PageSurvey &survey, const std::vector<TableShape> &shapes)
        : m_file(file)
        , m_survey(survey)
    {
        for (const PageTree &tree : survey.trees)
            m_candidates.push_back(candidate(file, tree, shapes));
    }

    FoundTables find()
    {
        m_layout = layout();
        for (const Candidate &candidate : m_candidates)
            take(candidate);
        for (const Candidate *candidate : m_undecided)
            leaveOut(*candidate);
        const auto rank = [](const FoundTable &table) {
            return std::tuple(!table.named, table.tree.leaf, table.tree.root);
        };
        std::ranges::sort(m_found.tables, [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
        return std::move(m_found);
    }

private:
    bool isAt(const char *name, std::size_t layout) const
    {
        return std::ranges::any_of(m_candidates, [&](const Candidate &candidate) {
            return std::ranges::any_of(candidate.shapes, [&](const TableShape *shape) {
                return shape->name == name && layout < shape->usualRoots.size() &&
                       shape->usualRoots[layout] == candidate.tree.root;
            });
        });
    }

    /// Which of the ways a store of this version is laid out the file follows.
    std::optional<std::size_t> layout() const
    {
        for (const std::size_t one : {0U, 1U})
            if (isAt("runs", one) && isAt("experiments", one))
                return one;
        return {};
    }

    void take(const Candidate &candidate)
    {
        const auto &shapes = candidate.shapes;
        const auto known = m_survey.names.find(candidate.tree.root);
        const auto named =
            known == m_survey.names.end()
                ? shapes.end()
                : std::ranges::find(shapes, known->second, [](const auto *shape) { return shape->name; });
        const auto usual = std::ranges::find_if(shapes, [&](const TableShape *shape) {
            return m_layout && *m_layout < shape->usualRoots.size() &&
                   shape->usualRoots[*m_layout] == candidate.tree.root;
        });
        if (named != shapes.end())
            add(candidate, *named, true);
        else if (shapes.size() == 1)
            add(candidate, shapes.front(), false);
        else if (usual != shapes.end())
            add(candidate, *usual, false);
        else if (shapes.empty() || std::ranges::any_of(shapes, isTable))
            m_undecided.push_back(&candidate);
    }

    void add(const Candidate &candidate, const TableShape *shape, bool named)
    {
        if (isTable(shape))
            m_found.tables.push_back({.tree = candidate.tree, .shape = shape, .named = named});
    }

    void leaveOut(const Candidate &candidate)
    {
        QStringList names;
        for (const TableShape *shape : candidate.shapes)
            if (isTable(shape))
                names << QString::fromUtf8(shape->name);
        // An index looks like it too, and every store has that index.
        const bool index = static_cast<std::size_t>(names.size()) < candidate.shapes.size();
        const bool versions = std::ranges::any_of(
            m_found.tables, [](const FoundTable &table) { return table.shape->name == "versions"; });
        const qint64 rows = rowsOf(m_file, candidate.tree);
        if (rows == 0 || (index && !versions))
            return;
        const QString rowsText = QString::number(rows);
        m_found.lost.push_back(
            {.code = QStringLiteral("entry"),
             .where = names.isEmpty() ? QStringLiteral("tables") : names.join(QStringLiteral(", ")),
             .message = names.isEmpty()
                            ? QStringLiteral("%1 entries look like those of no table and were left out.").arg(rowsText)
                            : QStringLiteral("%1 entries may be of %2, which cannot be told, and were left "
                                             "out.")
                                  .arg(rowsText, names.join(QStringLiteral(" or ")))});
    }

    PageFile &m_file;
    const PageSurvey &m_survey;
    std::vector<Candidate> m_candidates;
    std::vector<const Candidate *> m_undecided;
    std::optional<std::size_t> m_layout;
    FoundTables m_found;
};

} // namespace

FoundTables findTables(PageFile &file, const PageSurvey &survey, const std::vector<TableShape> &shapes)
{
    return Finder(file, survey, shapes).find();
}

bool holdsStore(const QString &path)
{
    PageFile file(path);
    if (!file.isOpen() || findPages(file) == 0)
        return false;
    const auto shapes = storeShapes(file.pageSize());
    if (!shapes)
        return false;
    const auto runs = std::ranges::find(*shapes, QByteArray("runs"), &TableShape::name);
    constexpr qint64 within = 8 << 20;
    const auto end = static_cast<quint32>(std::min<qint64>(file.pages(), within / file.pageSize()));
    for (quint32 number = 2; number <= end; ++number) {
        const auto page = BtreePage::parse(file.page(number));
        for (std::size_t cell = 0; page && page->isTable() && cell < page->cells(); ++cell)
            if (const auto record = page->record(cell))
                if (runs->fits(*record) || (record->size() == 5 && record->text(0) == QLatin1String("table") &&
                                            record->text(1) == QLatin1String("runs")))
                    return true;
    }
    return false;
}

} // namespace assay::tracking
