// SPDX-License-Identifier: GPL-3.0-or-later
// What MLflow 1.x, 2.x and 3.x ask of a folder when they read it as a file store, written down from their sources and
// independent of our exporter. A name such as FileStore._get_run_info says where the rule stands: classes FileStore in
// mlflow/store/tracking/file_store.py and mlflow/store/model_registry/file_store.py (here "registry"), and functions of
// mlflow/utils/validation.py, mlflow/utils/file_utils.py and mlflow/entities/.
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QUrl>
#include <map>
#include <set>

namespace assay::tracking {

/// The types PyYAML's safe loader gives plain scalars (yaml/resolver.py, YAML 1.1).
enum class PythonType { Missing, None, Int, Float, Bool, Time, Text, Other };

inline PythonType pythonType(const QString &raw)
{
    const auto is = [&](const char *pattern) {
        return QRegularExpression(QLatin1String("^(?:") + QLatin1String(pattern) + QLatin1String(")$"))
            .match(raw)
            .hasMatch();
    };
    if (raw.startsWith(u'"') || raw.startsWith(u'\''))
        return PythonType::Text;
    if (raw.startsWith(u'[') || raw.startsWith(u'{') || raw.startsWith(u'|') || raw.startsWith(u'>'))
        return PythonType::Other;
    if (is("|~|null|Null|NULL"))
        return PythonType::None;
    if (is("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"))
        return PythonType::Bool;
    if (is("[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"
           "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+"))
        return PythonType::Int;
    if (is("[-+]?(?:[0-9][0-9_]*)\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
           "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"))
        return PythonType::Float;
    if (is("[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*"))
        return PythonType::Time;
    return PythonType::Text;
}

class MlrunsRules
{
public:
    /// @p inPlace: the folder lies where its addresses say.
    explicit MlrunsRules(const QString &root, bool inPlace = true)
        : m_root(root)
        , m_inPlace(inPlace)
    {
        for (const QString &one : folders(root))
            if (one != u".trash" && one != u"models") // FileStore._get_active_experiments
                experiment(root + u'/' + one, one, QStringLiteral("active"));
        for (const QString &one : folders(root + QStringLiteral("/.trash"))) // FileStore._get_deleted_experiments
            experiment(root + QStringLiteral("/.trash/") + one, one, QStringLiteral("deleted"));
        for (const QString &one : folders(root + QStringLiteral("/models")))
            model(root + QStringLiteral("/models/") + one, one);
        // fluent._get_experiment_id falls back on experiment 0, which is made only with a new root folder
        // (FileStore._create_default_experiment): without it the folder takes no new run.
        need(m_experiments.contains(QStringLiteral("0")), root, "experiment 0 is missing");
    }

    const QStringList &broken() const { return m_broken; }
    int experiments() const { return static_cast<int>(m_experiments.size()); }
    int runs = 0, points = 0, keys = 0, inputs = 0, models = 0, versions = 0, loggedModels = 0;

    /// _validate_param_name, _validate_metric_name, _validate_tag_name: the letters (since 2.15 `:` too, elsewhere than
    /// on Windows), and path_not_unique. Python's \w is str.isalnum() and the underscore.
    static bool validName(const QString &name)
    {
        static const QRegularExpression letters(QStringLiteral("^[/\\p{L}\\p{N}_.\\- :]*$"));
        const QString norm = normalPath(name);
        return letters.match(name).hasMatch() && norm == name && norm != u"." && !norm.startsWith(u"..") &&
               !norm.startsWith(u'/');
    }

private:
    using Meta = std::map<QString, QString>; ///< what stands behind each name of the outermost map

    void need(bool holds, const QString &path, const QString &rule)
    {
        if (!holds)
            m_broken << QDir(m_root).relativeFilePath(path) + QStringLiteral(": ") + rule;
    }
    void need(bool holds, const QString &path, const char *rule) { need(holds, path, QString::fromUtf8(rule)); }

    static QStringList folders(const QString &path)
    {
        return QDir(path).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    /// posixpath.normpath
    static QString normalPath(const QString &path)
    {
        QStringList parts;
        for (const QString &part : path.split(u'/')) {
            if (part.isEmpty() || part == u".")
                continue;
            const bool up = part == u".." && !parts.isEmpty() && parts.last() != u"..";
            if (up)
                parts.removeLast();
            else
                parts << part;
        }
        const QString start = path.startsWith(u'/') ? QStringLiteral("/") : QString();
        return parts.isEmpty() && start.isEmpty() ? QStringLiteral(".") : start + parts.join(u'/');
    }

    /// file_utils.read_file: strict UTF-8, or every listing of the experiment raises.
    QString text(const QString &path)
    {
        QFile file(path);
        need(file.open(QIODevice::ReadOnly), path, "cannot be read");
        QStringDecoder decode(QStringDecoder::Utf8);
        const QString all = decode(file.readAll());
        need(!decode.hasError(), path, "is not UTF-8");
        return all;
    }

    /// file_utils.read_yaml: without the file the run or experiment is passed over (MissingConfigException).
    Meta meta(const QString &folder)
    {
        const QString path = folder + QStringLiteral("/meta.yaml");
        need(QFile::exists(path), path, "is missing");
        Meta all;
        QString last;
        for (const QString &line : QFile::exists(path) ? text(path).split(u'\n') : QStringList()) {
            static const QRegularExpression name(QStringLiteral("^([A-Za-z_]+): ?(.*)$"));
            const auto found = name.match(line);
            if (found.hasMatch())
                all[last = found.captured(1)] = found.captured(2);
            else if (!last.isEmpty())
                all[last] += u'\n' + line;
        }
        for (auto &[key, value] : all)
            value = value.trimmed();
        return all;
    }

    static PythonType type(const Meta &meta, const char *key)
    {
        const auto found = meta.find(QLatin1String(key));
        return found == meta.end() ? PythonType::Missing : pythonType(found->second);
    }
    /// Without the quotes; enough for ids, which hold nothing to be escaped.
    static QString plain(const Meta &meta, const char *key)
    {
        const auto found = meta.find(QLatin1String(key));
        QString value = found == meta.end() ? QString() : found->second;
        return value.size() > 1 && value.startsWith(u'\'') ? value.mid(1, value.size() - 2) : value;
    }
    void needType(const Meta &all, const QString &folder, const char *key, std::set<PythonType> types)
    {
        need(types.contains(type(all, key)), folder, QStringLiteral("%1 has the wrong type").arg(QLatin1String(key)));
    }

    /// FileStore._get_resource_files: every file below, called by its path.
    std::map<QString, QString> keyFiles(const QString &folder)
    {
        std::map<QString, QString> files;
        QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = entries.next();
            const QString name = QDir(folder).relativeFilePath(path);
            need(validName(name), path, "is no name of a metric, parameter or tag");
            need(name.size() <= 250, path, "is longer than MAX_ENTITY_KEY_LENGTH"); // logged again by import tools
            files[name] = path;
            ++keys;
        }
        return files;
    }
    void texts(const QString &folder)
    {
        for (const auto &[name, path] : keyFiles(folder))
            text(path);
    }

    /// FileStore._get_experiment, entities.Experiment
    void experiment(const QString &folder, const QString &id, const QString &stage)
    {
        static const QRegularExpression valid(QStringLiteral("^[a-zA-Z0-9][\\w\\-]{0,63}$"));
        need(valid.match(id).hasMatch(), folder, "_validate_experiment_id");
        need(!m_experiments.contains(id), folder, "the id is taken: _get_experiment_path finds the other one");
        m_experiments.insert(id);
        const Meta all = meta(folder);
        need(plain(all, "experiment_id") == id, folder, "the id is another than the folder's: it is ignored");
        // Compared with texts by SearchExperimentsUtils.filter and sort.
        needType(all, folder, "name", {PythonType::Text});
        needType(all, folder, "artifact_location", {PythonType::Text});
        needType(all, folder, "creation_time", {PythonType::Int});
        needType(all, folder, "last_update_time", {PythonType::Int});
        // LifecycleStage.is_valid; search_experiments lists by the folder, the client by the stage.
        need(plain(all, "lifecycle_stage") == stage, folder, "lifecycle_stage is not that of the place");
        const QString name = plain(all, "name");
        if (stage == u"active") // get_experiment_by_name
            need(m_names.insert(name).second, folder, "the name is taken");
        texts(folder + QStringLiteral("/tags"));
        for (const QString &one : folders(folder)) // FileStore._list_run_infos, RESERVED_EXPERIMENT_FOLDERS
            if (one == u"models")
                loggedModelsIn(folder + QStringLiteral("/models"), id);
            else if (one != u"tags" && one != u"datasets" && one != u"traces")
                run(folder + u'/' + one, one, id);
    }

    /// FileStore._get_run_info_from_dir, _read_persisted_run_info_dict, entities.RunInfo.__init__
    void run(const QString &folder, const QString &id, const QString &experimentId)
    {
        ++runs;
        static const QRegularExpression hex(QStringLiteral("^[0-9a-f]{32}$")); // uuid4().hex
        need(hex.match(id).hasMatch(), folder, "_validate_run_id");
        const Meta all = meta(folder);
        for (const char *key : {"run_id", "run_uuid"}) { // run_uuid is asked for until 3.0
            needType(all, folder, key, {PythonType::Text});
            need(plain(all, key) == id, folder, "the id is another than the folder's");
        }
        need(plain(all, "experiment_id") == experimentId, folder, "another experiment: the run is ignored");
        needType(all, folder, "experiment_id", {PythonType::Text, PythonType::Int});
        needType(all, folder, "user_id", {PythonType::Text}); // None raises
        needType(all, folder, "status", {PythonType::Int});   // RunStatus.to_string knows 1 to 5
        need(QRegularExpression(QStringLiteral("^[1-5]$")).match(plain(all, "status")).hasMatch(), folder, "status");
        needType(all, folder, "start_time", {PythonType::Int}); // None raises
        needType(all, folder, "end_time", {PythonType::Int, PythonType::None});
        needType(all, folder, "artifact_uri", {PythonType::Text});
        needType(all, folder, "run_name", {PythonType::Text});
        needType(all, folder, "deleted_time", {PythonType::Missing, PythonType::Int}); // int() in _get_deleted_runs
        const QString stage = plain(all, "lifecycle_stage");
        need(stage == u"active" || stage == u"deleted", folder, "lifecycle_stage");
        texts(folder + QStringLiteral("/params"));
        texts(folder + QStringLiteral("/tags"));
        metrics(folder + QStringLiteral("/metrics"), 3);
        inputsOf(folder);
        const QString files = folder + QStringLiteral("/artifacts");
        if (m_inPlace && QFile::exists(files) && !folder.contains(QStringLiteral("/.trash/")))
            need(localPath(all.at(QStringLiteral("artifact_uri"))) == files, folder, "artifact_uri leads elsewhere");
    }

    /// FileStore._get_metric_from_file and _get_metric_from_line; of logged models _get_model_metric_from_line.
    void metrics(const QString &folder, int fields)
    {
        for (const auto &[name, path] : keyFiles(folder)) {
            const QStringList lines = text(path).split(u'\n');
            need(lines.size() > 1 && lines.last().isEmpty(), path, "has no line, or a cut one");
            for (const QString &line : lines.first(lines.size() - 1)) {
                const QStringList parts = line.trimmed().split(u' ');
                need((parts.size() == fields || (fields == 4 && parts.size() == 6)) && isInt(parts[0]) &&
                         isFloat(parts.value(1)) && isInt(parts.value(2)),
                     path, QStringLiteral("no point: ") + line);
                ++points;
            }
        }
    }
    static bool isInt(const QString &word)
    {
        return QRegularExpression(QStringLiteral("^-?[0-9]+$")).match(word).hasMatch();
    }
    static bool isFloat(const QString &word) // Python's float()
    {
        return QRegularExpression(QStringLiteral("^(?:nan|-?inf|-?[0-9]+(?:\\.[0-9]+)?(?:e[-+]?[0-9]+)?)$"))
            .match(word)
            .hasMatch();
    }

    /// FileStore._get_all_inputs, _FileStoreInput.from_yaml, _get_dataset_from_dir, entities.Dataset
    void inputsOf(const QString &run)
    {
        for (const QString &one : folders(run + QStringLiteral("/inputs"))) {
            const QString folder = run + QStringLiteral("/inputs/") + one;
            const Meta all = meta(folder);
            need(plain(all, "source_type") == u"DATASET" && plain(all, "destination_type") == u"RUN", folder,
                 "InputVertexType");
            needType(all, folder, "destination_id", {PythonType::Text});
            const QString tags = all.contains(QStringLiteral("tags")) ? all.at(QStringLiteral("tags")) : QString();
            need(tags == u"{}" || !tags.isEmpty(), folder, "tags is no map"); // .items() of None raises
            const QString data = QFileInfo(run).path() + QStringLiteral("/datasets/") + plain(all, "source_id");
            const Meta dataset = meta(data);
            for (const char *key : {"name", "digest", "source_type", "source"})
                needType(dataset, data, key, {PythonType::Text});
            for (const char *key : {"schema", "profile"})
                needType(dataset, data, key, {PythonType::Text, PythonType::None});
            ++inputs;
        }
    }

    /// FileStore._get_model_info_from_dir (3.x), entities.LoggedModel.__init__, LoggedModelStatus.from_int
    void loggedModelsIn(const QString &parent, const QString &experimentId)
    {
        for (const QString &id : folders(parent)) {
            const QString folder = parent + u'/' + id;
            const Meta all = meta(folder);
            need(id.startsWith(u"m-") && plain(all, "model_id") == id, folder, "model_id is not the folder's");
            need(plain(all, "experiment_id") == experimentId, folder, "another experiment: it is ignored");
            for (const char *key : {"name", "artifact_location", "lifecycle_stage"})
                needType(all, folder, key, {PythonType::Text});
            for (const char *key : {"creation_timestamp", "last_updated_timestamp", "status"})
                needType(all, folder, key, {PythonType::Int});
            for (const char *key : {"model_type", "source_run_id", "status_message"})
                needType(all, folder, key, {PythonType::Text, PythonType::None});
            texts(folder + QStringLiteral("/params"));
            texts(folder + QStringLiteral("/tags"));
            metrics(folder + QStringLiteral("/metrics"), 4);
            ++loggedModels;
        }
    }

    /// registry FileStore._get_registered_model_from_path, _validate_model_name
    void model(const QString &folder, const QString &name)
    {
        ++models;
        need(!name.contains(u'%') && !name.contains(u'/') && !name.contains(u'\\'), folder, "_validate_model_name");
        const Meta all = meta(folder);
        needType(all, folder, "name", {PythonType::Text});
        for (const char *key : {"creation_timestamp", "last_updated_timestamp"})
            needType(all, folder, key, {PythonType::Int});
        texts(folder + QStringLiteral("/tags"));
        std::set<QString> numbers;
        for (const QString &one : folders(folder))
            if (one.startsWith(u"version-"))
                version(folder + u'/' + one, numbers);
        need(!numbers.empty(), folder, "no version");
        for (const auto &[alias, path] : keyFiles(folder + QStringLiteral("/aliases"))) {
            // _validate_model_alias_name, or nobody can ask for it.
            static const QRegularExpression letters(QStringLiteral("^[\\p{L}\\p{N}_\\-]+$"));
            static const QRegularExpression reserved(QStringLiteral("^(?:[vV][0-9]+|latest)$"),
                                                     QRegularExpression::CaseInsensitiveOption);
            need(letters.match(alias).hasMatch() && !reserved.match(alias).hasMatch(), path, "no name of an alias");
            need(numbers.contains(text(path)), path, "the version is missing");
        }
    }

    /// registry FileStore._get_file_model_version_from_dir, get_latest_versions, model_version_stages.ALL_STAGES
    void version(const QString &folder, std::set<QString> &numbers)
    {
        ++versions;
        const Meta all = meta(folder);
        needType(all, folder, "version", {PythonType::Int});
        need(folder.endsWith(QStringLiteral("version-") + plain(all, "version")), folder, "another version");
        numbers.insert(plain(all, "version"));
        needType(all, folder, "name", {PythonType::Text});
        needType(all, folder, "source", {PythonType::Text});
        needType(all, folder, "run_id", {PythonType::Text, PythonType::None});
        for (const char *key : {"creation_timestamp", "last_updated_timestamp"})
            needType(all, folder, key, {PythonType::Int});
        static const std::set<QString> stages = {QStringLiteral("None"), QStringLiteral("Staging"),
                                                 QStringLiteral("Production"), QStringLiteral("Archived")};
        need(stages.contains(plain(all, "current_stage")), folder, "current_stage");
        static const std::set<QString> states = {QStringLiteral("PENDING_REGISTRATION"),
                                                 QStringLiteral("FAILED_REGISTRATION"), QStringLiteral("READY")};
        need(states.contains(plain(all, "status")), folder, "status"); // ModelVersionStatus.from_string
        texts(folder + QStringLiteral("/tags"));
        const QString source = all.at(QStringLiteral("source"));
        if (m_inPlace && !source.startsWith(u"models:/"))
            need(QFile::exists(localPath(source)), folder, "source leads nowhere: " + source);
        const QString location = all.at(QStringLiteral("storage_location"));
        if (m_inPlace)
            need(QFile::exists(localPath(location)), folder, "storage_location leads nowhere: " + location);
    }

    /// file_utils.local_file_uri_to_path: also what is no address has its %41 read as letters.
    static QString localPath(QString uri)
    {
        if (uri.startsWith(u'\'') || uri.startsWith(u'"'))
            uri = uri.mid(1, uri.size() - 2);
        uri.replace(QRegularExpression(QStringLiteral("\\n\\s*")), QStringLiteral(" ")); // a folded line
        if (uri.startsWith(u"file:")) {
            uri = uri.mid(5).section(u'?', 0, 0).section(u'#', 0, 0);
            uri = uri.startsWith(u"///") ? uri.mid(2) : uri;
        }
        return QUrl::fromPercentEncoding(uri.toUtf8());
    }

    QString m_root;
    bool m_inPlace;
    QStringList m_broken;
    std::set<QString> m_experiments, m_names;
};

} // namespace assay::tracking
